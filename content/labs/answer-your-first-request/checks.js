async function get(module, path, assert) {
  const response = await module.fetch(new Request(`http://localhost${path}`));
  assert.ok(response instanceof Response, `fetch should return a Response for ${path}. Did you forget return?`);
  const text = await response.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    assert.fail(`The response to ${path} should be JSON. Found "${text}". Response.json(…) makes it for you.`);
  }
  const type = response.headers.get('Content-Type') ?? 'none';
  assert.match(type, /^application\/json\b/i, `The response to ${path} should have the Content-Type application/json. Found ${type}. Response.json(…) sets it for you.`);
  return { status: response.status, body };
}

export default [
  {
    name: 'The name is greeted, in JSON',
    async run({ module, assert }) {
      const { body } = await get(module, '/hello?name=Ada', assert);
      assert.deepEqual(body, { message: 'Hello, Ada!' }, `/hello?name=Ada should return { "message": "Hello, Ada!" }. Found ${JSON.stringify(body)}.`);
    },
  },
  {
    name: 'Other names work too',
    async run({ module, assert }) {
      for (const [at, name] of ['Bilal', 'Jürgen Müller', 'A&B', 'name=Ada', 'x', 'Dana "D" Lee'].entries()) {
        const value = encodeURIComponent(name);
        const path = at % 2 ? `/hello?name=${value}&lang=en` : `/hello?lang=en&name=${value}`;
        const { body, status } = await get(module, path, assert);
        assert.equal(body?.message, `Hello, ${name}!`, `${path} should greet ${name}. Found ${JSON.stringify(body)}.`);
        assert.equal(status, 200, `${path} isn't an error, so the status is 200. Found ${status}.`);
      }
    },
  },
  {
    name: 'Without a name a stranger is greeted',
    async run({ module, assert }) {
      await get(module, '/hello?name=Ada', assert);
      const { body, status } = await get(module, '/hello', assert);
      assert.equal(body?.message, 'Hello, stranger!', `After Ada, a request for /hello should greet a stranger. Found ${JSON.stringify(body)}.`);
      assert.equal(status, 200, `That isn't an error, so the status is 200. Found ${status}.`);
    },
  },
  {
    name: 'Another path gets 404',
    async run({ module, assert }) {
      for (const path of ['/goodbye', '/', '/hello/ada', '/hellox', '/say/hello', '/goodbye?name=Ada', '/?x=/hello']) {
        const { status, body } = await get(module, path, assert);
        assert.equal(status, 404, `Nothing is at ${path}: expected the status 404, found ${status}.`);
        assert.equal(body?.error, 'Nothing here.', `The response to ${path} should be { "error": "Nothing here." }. Found ${JSON.stringify(body)}.`);
      }
    },
  },
];
