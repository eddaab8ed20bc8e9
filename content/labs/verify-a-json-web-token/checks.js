import { createHmac } from 'node:crypto';

const now = 1_790_000_000;
const secret = 'a-secret-of-the-issuer-and-this-api';
const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const good = { sub: 'ada', aud: 'shop-api', exp: now + 60 };

function make(payload = good, { header = { alg: 'HS256', typ: 'JWT' }, key = secret } = {}) {
  const parts = [encode(header), encode(payload)];
  return [...parts, sign(...parts, key)].join('.');
}

function sign(header, payload, key = secret) {
  return createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url');
}

function verify(module, token) {
  try {
    return module.verify(token, { secret, audience: 'shop-api', now });
  } catch (error) {
    return `the error "${error.message}"`;
  }
}
const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined');
const parts = (token) => token.split('.');

function refuses(module, assert, token, why) {
  const found = verify(module, token);
  assert.equal(found, undefined, `${why}: expected undefined, found ${shown(found)}.`);
}

function accepts(module, assert, token, why) {
  const found = verify(module, token);
  assert.equal(found?.sub, 'ada', `${why}: expected the payload of ada, found ${shown(found)}.`);
}

export default [
  {
    name: 'A good token gives its payload',
    run({ module, assert }) {
      accepts(module, assert, make(), 'A token with the right signature, for this API, that expires in a minute');
      const payload = { ...good, name: 'Ada Lovelace · ☕', roles: ['reader', 'writer'] };
      const found = verify(module, make(payload));
      assert.deepEqual(found, payload, `Expected everything that is in the payload, ${shown(payload)}, found ${shown(found)}.`);
      accepts(module, assert, make(good, { header: { typ: 'JWT', kid: '7', alg: 'HS256' } }), 'The header has a different order and a key ID');
      const spaced = { header: '{ "alg": "HS256",\n  "typ": "JWT" }' };
      accepts(module, assert, make(JSON.stringify(good, null, 2), spaced), 'The header and payload have spaces and line breaks, and the signature covers them as they are');
      const other = module.verify(make({ ...good, aud: 'mail-api' }, { key: 'k2' }), { secret: 'k2', audience: 'mail-api', now });
      assert.equal(other?.sub, 'ada', `With another secret and another audience, both right: expected the payload of ada, found ${shown(other)}.`);
    },
  },
  {
    name: 'A wrong signature is refused',
    run({ module, assert }) {
      refuses(module, assert, make(good, { key: 'guess' }), 'Signed with another secret');
      const [header, payload, signature] = parts(make());
      const admin = encode({ ...good, sub: 'admin' });
      refuses(module, assert, `${header}.${admin}.${signature}`, 'The payload was changed after signing');
      refuses(module, assert, `${encode({ alg: 'HS256', kid: '1' })}.${payload}.${signature}`, 'The header was changed after signing');
      refuses(module, assert, `${header}.${admin}.`, 'The payload was changed, and the signature is empty');
      refuses(module, assert, `${header}.${admin}.!`, 'The payload was changed, and the signature has no bytes');
      const bytes = Buffer.from(signature, 'base64url');
      for (const count of [1, 16, 31])
        refuses(module, assert, `${header}.${payload}.${bytes.subarray(0, count).toString('base64url')}`, `Only ${count} of the 32 bytes of the signature are there`);
      refuses(module, assert, `${header}.${payload}.${Buffer.concat([bytes, Buffer.from('more')]).toString('base64url')}`, 'Four bytes too many are in the signature');
      for (const count of [1, 20, 42])
        refuses(module, assert, `${header}.${admin}.${sign(header, admin).slice(0, count)}`, `The payload was changed, and only the first ${count} characters of its right signature are there`);
      refuses(module, assert, `${make()}AAAA`, 'Four letters too many are at the end of the signature');
      const swapped = signature.replace(/[a-z]/i, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));
      refuses(module, assert, `${header}.${payload}.${swapped}`, 'One letter of the signature is in upper case and not in lower case, or the reverse');
      for (const at of [0, 31]) {
        const changed = Buffer.from(bytes);
        changed[at] ^= 1;
        refuses(module, assert, `${header}.${payload}.${changed.toString('base64url')}`, `One bit of byte ${at + 1} of the signature is wrong`);
      }
    },
  },
  {
    name: 'The token does not choose the algorithm',
    run({ module, assert }) {
      const [, payload] = parts(make());
      refuses(module, assert, `${encode({ alg: 'none' })}.${payload}.`, 'alg is none, with no signature');
      for (const alg of ['none', 'None', 'HS512', 'hs256', '', undefined])
        refuses(module, assert, make(good, { header: { alg } }), `alg is ${shown(alg)}, with a signature of HS256`);
      const body = `${encode({ alg: 'HS512' })}.${payload}`;
      refuses(module, assert, `${body}.${createHmac('sha512', secret).update(body).digest('base64url')}`, 'alg is HS512, with a right signature of HS512');
    },
  },
  {
    name: 'Only tokens that are valid now pass',
    run({ module, assert }) {
      refuses(module, assert, make({ ...good, exp: now }), 'It expires at this very second');
      refuses(module, assert, make({ ...good, exp: now - 3600 }), 'It expired an hour ago');
      refuses(module, assert, make({ sub: 'ada', aud: 'shop-api' }), 'It has no exp');
      refuses(module, assert, make({ ...good, exp: 'never' }), 'exp is the text "never"');
      refuses(module, assert, make({ ...good, exp: String(now + 60) }), `exp is the text "${now + 60}" and no number`);
      refuses(module, assert, make({ ...good, exp: [now + 60] }), 'exp is a list and no number');
      refuses(module, assert, make({ ...good, exp: true }), 'exp is true and no number');
      accepts(module, assert, make({ ...good, exp: now + 1 }), 'It expires in the next second');
      refuses(module, assert, make({ ...good, nbf: now + 1 }), 'nbf is the next second');
      for (const nbf of ['tomorrow', String(now - 60), null, true])
        refuses(module, assert, make({ ...good, nbf }), `nbf is ${JSON.stringify(nbf)} and no number`);
      accepts(module, assert, make({ ...good, nbf: now }), 'nbf is now');
      accepts(module, assert, make({ ...good, nbf: now - 60 }), 'nbf was a minute ago');
    },
  },
  {
    name: 'Only tokens for this API pass',
    run({ module, assert }) {
      refuses(module, assert, make({ ...good, aud: 'other-api' }), 'aud is another API');
      refuses(module, assert, make({ sub: 'ada', exp: now + 60 }), 'It has no aud');
      for (const aud of ['shop-api-test', 'my-shop-api', 'shop', 'SHOP-API', ''])
        refuses(module, assert, make({ ...good, aud }), `aud is "${aud}" and not "shop-api"`);
      for (const aud of [[], ['other-api'], ['shop-api-test', 'my-shop-api']])
        refuses(module, assert, make({ ...good, aud }), `aud is the list ${shown(aud)}, without "shop-api"`);
      for (const aud of [['shop-api'], ['other-api', 'shop-api'], ['shop-api', 'other-api']])
        accepts(module, assert, make({ ...good, aud }), `aud is the list ${shown(aud)}, with "shop-api"`);
    },
  },
  {
    name: 'Nonsense is refused and does not throw',
    run({ module, assert }) {
      const [header, payload, signature] = parts(make());
      const cases = [
        ['', 'The token is empty'],
        ['a.b.c', 'The token is "a.b.c"'],
        ['a.b', 'The token is "a.b"'],
        ['..', 'The token is ".."'],
        [`${header}.${payload}`, 'The signature of a good token is missing'],
        [`${make()}.x`, 'A good token has a fourth part'],
        [`${make()}.`, 'A good token has one more dot at its end'],
        [`.${payload}.${signature}`, 'The header of a good token is missing'],
        [make('{'), "The payload isn't JSON"],
        [make('null'), 'The payload is null'],
        [make('"ada"'), 'The payload is a text'],
        [make('7'), 'The payload is a number'],
        [make('[]'), 'The payload is a list'],
        [make(good, { header: 'null' }), 'The header is null'],
        [make(good, { header: '{' }), "The header isn't JSON"],
        [undefined, 'There is no token'],
        [null, 'The token is null'],
        [7, 'The token is a number'],
      ];
      for (const [token, why] of cases) refuses(module, assert, token, why);
    },
  },
];
