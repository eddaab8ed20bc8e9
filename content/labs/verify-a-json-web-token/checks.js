import { createHmac } from 'node:crypto';

const now = 1_790_000_000;
const secret = 'a-secret-of-the-issuer-and-this-api';
const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const good = { sub: 'ada', aud: 'shop-api', exp: now + 60 };

function make(payload = good, { header = { alg: 'HS256', typ: 'JWT' }, key = secret } = {}) {
  const body = `${encode(header)}.${encode(payload)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
}

function verify(module, token) {
  try {
    return module.verify(token, { secret, audience: 'shop-api', now });
  } catch (error) {
    return `the error "${error.message}"`;
  }
}
const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined');

function refuses(module, assert, token, why) {
  const found = verify(module, token);
  assert.equal(found, undefined, `${why}: expected undefined, found ${shown(found)}.`);
}

export default [
  {
    name: 'A good token gives its payload',
    run({ module, assert }) {
      assert.equal(verify(module, make())?.sub, 'ada', `Expected the payload of ada, found ${shown(verify(module, make()))}.`);
    },
  },
  {
    name: 'A wrong signature is refused',
    run({ module, assert }) {
      refuses(module, assert, make(good, { key: 'guess' }), 'Signed with another secret');
      const [header, , signature] = make().split('.');
      refuses(module, assert, `${header}.${encode({ ...good, sub: 'admin' })}.${signature}`, 'The payload was changed after signing');
    },
  },
  {
    name: 'The token does not choose the algorithm',
    run({ module, assert }) {
      const [, payload] = make().split('.');
      refuses(module, assert, `${encode({ alg: 'none' })}.${payload}.`, 'alg is none, with no signature');
      refuses(module, assert, make(good, { header: { alg: 'none' } }), 'alg is none, with a signature');
      refuses(module, assert, make(good, { header: { alg: 'HS512' } }), 'alg is HS512');
    },
  },
  {
    name: 'Only tokens that are valid now pass',
    run({ module, assert }) {
      refuses(module, assert, make({ ...good, exp: now }), 'It expires at this very second');
      refuses(module, assert, make({ sub: 'ada', aud: 'shop-api' }), 'It has no exp');
      refuses(module, assert, make({ ...good, exp: 'never' }), 'exp is a text');
      refuses(module, assert, make({ ...good, nbf: now + 1 }), 'It is valid from the next second on');
      assert.equal(verify(module, make({ ...good, nbf: now }))?.sub, 'ada', 'nbf is now, so it is valid.');
    },
  },
  {
    name: 'Only tokens for this API pass',
    run({ module, assert }) {
      refuses(module, assert, make({ ...good, aud: 'other-api' }), 'It is for another API');
      refuses(module, assert, make({ sub: 'ada', exp: now + 60 }), 'It has no aud');
      refuses(module, assert, make({ ...good, aud: 'shop-api-test' }), 'Its audience only begins like this one');
      assert.equal(verify(module, make({ ...good, aud: ['other-api', 'shop-api'] }))?.sub, 'ada', 'The list contains shop-api, so it is for this API.');
    },
  },
  {
    name: 'Nonsense is refused and does not throw',
    run({ module, assert }) {
      for (const token of ['', 'a.b.c', 'a.b', `${make()}.x`, '..', make('null'), make('"ada"'), undefined]) refuses(module, assert, token, `The token is ${shown(token)?.slice(0, 20)}`);
    },
  },
];
