// #region tests
import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { createApp } from '../src/app.js';
import { HttpError } from '../src/errors.js';
import { Store } from '../src/store.js';

const makeApp = (options) => createApp({ store: new Store(), ...options });

test('adds a tool and says where it is', async () => {
  const app = makeApp();
  const added = await request(app).post('/tools').send({ name: ' Ladder ' });
  assert.equal(added.status, 201);
  assert.equal(added.headers.location, '/tools/2');

  const found = await request(app).get('/tools/2');
  assert.deepEqual(found.body, { id: 2, name: 'Ladder' });
});

test('an unexpected error is a 500 that reveals nothing', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const find = async () => {
    throw new Error('db 10.0.0.5 refused');
  };
  const response = await request(makeApp({ store: { find } })).get('/tools/1');
  assert.equal(response.status, 500);
  assert.deepEqual(response.body, { error: 'internal error' });
  assert.equal(log.mock.calls[0].arguments[0].message, 'db 10.0.0.5 refused');
});
// #endregion tests

const json = 'application/json';
const rejected = [
  { what: 'an unknown tool', get: '/tools/9', status: 404 },
  { what: 'an id that is not a number', get: '/tools/x', status: 404 },
  { what: 'an id in hexadecimal', get: '/tools/0x1', status: 404 },
  { what: 'an id that is too large', get: '/tools/99999999999', status: 404 },
  { what: 'an unknown path', get: '/tolls', status: 404 },
  { what: 'a broken escape in the path', get: '/tools/%E0%A4%A', status: 400 },
  { what: 'a repeated parameter', get: '/tools?name=a&name=b', status: 400 },
  { what: 'broken JSON', body: '{"name": ', status: 400 },
  { what: 'a missing body', body: undefined, status: 422 },
  { what: 'an empty name', body: '{"name": " "}', status: 422 },
  { what: 'an array as body', body: '[]', status: 422 },
  {
    what: 'a body over 10 KB',
    body: JSON.stringify({ name: 'x'.repeat(11_000) }),
    status: 413,
  },
];

for (const { what, get, body, status } of rejected) {
  test(`rejects ${what} with ${status}, as JSON`, async () => {
    const agent = request(makeApp());
    const response = get
      ? await agent.get(get)
      : await agent.post('/tools').type(json).send(body);
    assert.equal(response.status, status);
    assert.equal(typeof response.body.error, 'string');
  });
}

// #region proxy-test
test('behind one proxy, clients are counted by their own address', async () => {
  const app = makeApp({ proxies: 1, limit: 10 });
  const remaining = async (forwardedFor) => {
    const response = await request(app)
      .get('/tools')
      .set('x-forwarded-for', forwardedFor);
    return response.headers['x-ratelimit-remaining'];
  };
  assert.equal(await remaining('198.51.100.1'), '9');
  assert.equal(await remaining('198.51.100.2'), '9');
  // The client wrote 6.6.6.6; the proxy appended the real address.
  assert.equal(await remaining('6.6.6.6, 198.51.100.1'), '8');
});
// #endregion proxy-test

test('lists the tools with a name', async () => {
  const app = makeApp();
  await request(app).post('/tools').send({ name: 'Ladder' });
  const { body } = await request(app).get('/tools?name=Ladder');
  assert.deepEqual(body, [{ id: 2, name: 'Ladder' }]);
});

test('sends security headers and hides Express', async () => {
  const { headers } = await request(makeApp()).get('/tools');
  assert.equal(headers['x-powered-by'], undefined);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('lets pages of one other origin read responses', async () => {
  const { headers } = await request(makeApp())
    .get('/tools')
    .set('origin', 'https://tools.example');
  assert.equal(headers['access-control-allow-origin'], 'https://tools.example');
});

test('too many requests are a 429, as JSON, that says when to try again', async () => {
  const app = makeApp({ limit: 1 });
  await request(app).get('/tools');
  const response = await request(app).get('/tools');
  assert.equal(response.status, 429);
  assert.deepEqual(response.body, { error: 'too many requests' });
  assert.match(response.headers['retry-after'], /^\d+$/);
});

test('our own errors of the 500 kind are logged and not told', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const list = async () => {
    throw new HttpError(503, 'replica 2 is down');
  };
  const response = await request(makeApp({ store: { list } })).get('/tools');
  assert.equal(response.status, 503);
  assert.deepEqual(response.body, { error: 'internal error' });
  assert.equal(log.mock.callCount(), 1);
});

test('a URIError of a handler is a bug, not a bad request', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const list = async () => decodeURIComponent('%E0%A4%A');
  const response = await request(makeApp({ store: { list } })).get('/tools');
  assert.equal(response.status, 500);
  assert.equal(log.mock.callCount(), 1);
});
