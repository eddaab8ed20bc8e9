let calls = 0;
const profile = async () => {
  calls += 1;
  return Response.json({ name: 'Ada' }, { status: 201, headers: { 'Cache-Control': 'private', Vary: 'Accept' } });
};

const send = (module, { origin, method = 'GET', preflight = false } = {}) =>
  module.allowFrontEnds(profile)(
    new Request('https://api.shop.test/profile', {
      method,
      headers: { ...(origin && { Origin: origin }), ...(preflight && { 'Access-Control-Request-Method': 'POST' }) },
    }),
  );
const allow = (response) => response.headers.get('Access-Control-Allow-Origin');

export default [
  {
    name: 'Both front ends can read the response, with credentials',
    async run({ module, assert }) {
      for (const origin of ['https://shop.test', 'https://admin.shop.test']) {
        const response = await send(module, { origin });
        assert.equal(allow(response), origin, `For ${origin} expected that origin in Access-Control-Allow-Origin, found ${allow(response)}.`);
        assert.equal(response.headers.get('Access-Control-Allow-Credentials'), 'true', `For ${origin} credentials should be allowed.`);
        const profile = (await response.json()).name;
        assert.equal(profile, 'Ada', `The response from profile should arrive. Found ${JSON.stringify(profile)}.`);
        assert.equal(response.status, 201, `profile answered 201, which should arrive. Found ${response.status}.`);
        assert.equal(response.headers.get('Cache-Control'), 'private', `The headers of profile should arrive. Found Cache-Control: ${response.headers.get('Cache-Control')}.`);
      }
    },
  },
  {
    name: 'Other origins cannot read it, no matter how similar they look',
    async run({ module, assert }) {
      for (const origin of ['https://evil.example', 'https://evilshop.test', 'http://shop.test', 'https://shop.test.evil.example', 'https://shop.test:8443', 'https://admin.shop.test.evil.example', 'https://www.shop.test', 'https://xadmin.shop.test', 'http://admin.shop.test', 'https://adminxshop.test', 'https://shopxtest', 'https://shop.test/', 'null']) {
        const response = await send(module, { origin });
        assert.equal(allow(response), null, `${origin} is not allowed, and found Access-Control-Allow-Origin: ${allow(response)}.`);
        assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null, `${origin} is not allowed, and Access-Control-Allow-Credentials was sent.`);
      }
    },
  },
  {
    name: 'Without an origin no CORS header is sent',
    async run({ module, assert }) {
      const response = await send(module);
      assert.equal(allow(response), null, `The request had no Origin, but the response had Access-Control-Allow-Origin: ${allow(response)}.`);
      assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null, 'The request had no Origin, but the response had Access-Control-Allow-Credentials.');
      assert.equal(response.status, 201, `profile answered 201, which should arrive. Found ${response.status}.`);
    },
  },
  {
    name: 'Caches are told that the response depends on the origin',
    async run({ module, assert }) {
      for (const origin of ['https://shop.test', 'https://evil.example', undefined]) {
        const vary = (await send(module, { origin })).headers.get('Vary') ?? '';
        assert.ok(/\borigin\b/i.test(vary), `With the origin ${origin ?? 'left out'} expected Vary: Origin, found ${vary || 'no Vary'}.`);
        assert.ok(/\baccept\b/i.test(vary), `profile responds with Vary: Accept, which should stay next to Origin. Found ${vary}.`);
        const preflight = await send(module, { origin, method: 'OPTIONS', preflight: true });
        assert.ok(/\borigin\b/i.test(preflight.headers.get('Vary') ?? ''), `A preflight with the origin ${origin ?? 'left out'} should have Vary: Origin too, found ${preflight.headers.get('Vary') ?? 'no Vary'}.`);
      }
    },
  },
  {
    name: 'A preflight is answered without calling the handler',
    async run({ module, assert }) {
      calls = 0;
      const response = await send(module, { origin: 'https://shop.test', method: 'OPTIONS', preflight: true });
      assert.equal(response.status, 204, `Expected 204, found ${response.status}.`);
      assert.equal(calls, 0, 'The preflight called profile.');
      assert.equal(response.headers.get('Access-Control-Allow-Credentials'), 'true', `The preflight of an allowed origin should allow credentials. Found ${JSON.stringify(response.headers.get('Access-Control-Allow-Credentials'))}.`);
      assert.equal(allow(response), 'https://shop.test', `Expected the origin, found ${allow(response)}.`);
      for (const [name, wanted] of [['Access-Control-Allow-Methods', 'GET, POST'], ['Access-Control-Allow-Headers', 'Content-Type']]) {
        const found = response.headers.get(name);
        const parts = (text) => text?.toLowerCase().split(/\s*,\s*/).sort();
        assert.deepEqual(parts(found), parts(wanted), `Expected ${name}: ${wanted}, found ${found ?? 'no such header'}.`);
      }
    },
  },
  {
    name: 'A preflight of another origin gets nothing allowed',
    async run({ module, assert }) {
      calls = 0;
      const response = await send(module, { origin: 'https://evil.example', method: 'OPTIONS', preflight: true });
      const names = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
      assert.deepEqual(names, [], `Nothing should be allowed, found ${names.join(', ')}.`);
      assert.equal(response.status, 204, `Expected 204 for a preflight, found ${response.status}.`);
      assert.equal(calls, 0, 'The preflight called profile.');
    },
  },
  {
    name: 'OPTIONS without the preflight header is an ordinary request',
    async run({ module, assert }) {
      calls = 0;
      await send(module, { origin: 'https://shop.test', method: 'OPTIONS' });
      assert.equal(calls, 1, 'This OPTIONS request is not a preflight, so profile should be called.');
    },
  },
];
