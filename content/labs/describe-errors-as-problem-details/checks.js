async function send(module, name, value) {
  let error;
  try { module.fail(name, value); } catch (caught) { error = caught; }
  const logged = [];
  const response = module.toResponse(error, { requestId: 'r-17', log: (id, each) => logged.push([id, each]) });
  const text = await response.text();
  return { response, text, body: JSON.parse(text), logged, error };
}

function expect(assert, { response, body }, status, members) {
  assert.equal(response.status, status, `Expected ${status}, found ${response.status}.`);
  const expected = { ...members, status, requestId: 'r-17' };
  assert.deepEqual(body, expected, `Expected the body ${JSON.stringify(expected)}, found ${JSON.stringify(body)}.`);
  const wait = response.headers.get('Retry-After');
  if (status !== 429) assert.equal(wait, null, `Only a 429 has Retry-After. Found "${wait}" with ${status}.`);
}

export default [
  {
    name: 'A missing thing is 404 with its detail',
    async run({ module, assert }) {
      expect(assert, await send(module, 'NotFoundError', 'There is no order 7.'), 404, {
        type: 'https://shop.test/problems/not-found', title: 'Not found', detail: 'There is no order 7.',
      });
    },
  },
  {
    name: 'Invalid fields are 422 with all of them',
    async run({ module, assert }) {
      const errors = [{ field: 'email', code: 'required' }, { field: 'stock', code: 'negative', message: 'Too few', allowed: [0, 99] }, 'and more'];
      expect(assert, await send(module, 'ValidationError', errors), 422, {
        type: 'https://shop.test/problems/validation', title: 'The request is not valid', errors,
      });
    },
  },
  {
    name: 'After too many requests, the response says when to come back',
    async run({ module, assert }) {
      const found = await send(module, 'RateLimitError', 2.2);
      expect(assert, found, 429, { type: 'https://shop.test/problems/rate-limit', title: 'Too many requests' });
      assert.equal(found.response.headers.get('Retry-After'), '3', `2.2 seconds, rounded up, is Retry-After: 3. Found ${found.response.headers.get('Retry-After')}.`);
    },
  },
  {
    name: 'The type says that these are problem details',
    async run({ module, assert }) {
      for (const [name, value] of [['NotFoundError', 'x'], ['other', new Error('x')]]) {
        const type = (await send(module, name, value)).response.headers.get('Content-Type');
        assert.ok(/^application\/problem\+json\b/.test(type ?? ''), `Expected Content-Type: application/problem+json, found ${type}.`);
      }
    },
  },
  {
    name: 'The response to an unknown error gives nothing away',
    async run({ module, assert }) {
      const found = await send(module, 'other', new Error('connect ECONNREFUSED db-7:5432'));
      expect(assert, found, 500, { type: 'about:blank', title: 'Internal Server Error' });
      assert.ok(!found.text.includes('db-7'), `The response reveals what went wrong inside: ${found.text}`);
    },
  },
  {
    name: 'An unknown error is logged with the id, and known ones are not',
    async run({ module, assert }) {
      const found = await send(module, 'other', new Error('boom'));
      assert.equal(found.logged.length, 1, `Expected one call of log, found ${found.logged.length}.`);
      assert.ok(found.logged[0][0] === 'r-17' && found.logged[0][1] === found.error, 'log should get the request id and the error itself.');
      const known = await send(module, 'NotFoundError', 'x');
      assert.equal(known.logged.length, 0, 'A missing order is not a bug in the service, but it was logged as one.');
    },
  },
  {
    name: "Something thrown that isn't one of these errors is a 500",
    async run({ module, assert }) {
      for (const thrown of ['text', undefined, null, { status: 404, message: 'secret' }, Object.assign(new Error('secret'), { name: 'NotFoundError' })])
        expect(assert, await send(module, 'other', thrown), 500, { type: 'about:blank', title: 'Internal Server Error' });
    },
  },
];
