import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import express from 'express';
import { createApp } from '../src/app.js';
import { logRequests, requireKey, respondToErrors } from '../src/middleware.js';

async function start(t, app) {
  const server = app.listen(0);
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return (path, options) =>
    fetch(`http://localhost:${server.address().port}${path}`, options);
}
const key = { 'X-Api-Key': 'k-17' };

// #region routes
const open = ['/healthz'];

test('every route needs a key, except those listed as open', async (t) => {
  const app = createApp();
  const request = await start(t, app);
  const routes = app.router.stack.flatMap(({ route }) => route ?? []);
  assert.equal(routes.length, 4);
  for (const { path, methods } of routes) {
    for (const method of Object.keys(methods)) {
      const { status } = await request(path.replace(':id', '9'), {
        method: method.toUpperCase(),
      });
      assert.equal(status === 401, !open.includes(path), `${method} ${path}`);
    }
  }
});
// #endregion routes

test('every outcome is logged, with its status', async (t) => {
  const lines = [];
  const request = await start(
    t,
    createApp({ write: (line) => lines.push(line) }),
  );
  await request('/parcels/9', { headers: key });
  await request('/parcels/9');
  await request('/parcels/77', { headers: key });
  await request('/nowhere', { headers: key });
  assert.deepEqual(
    lines.map(({ url, status }) => `${url} ${status}`),
    ['/parcels/9 200', '/parcels/9 401', '/parcels/77 404', '/nowhere 404'],
  );
});

test('invalid JSON and a body that is too large get a status of their own', async (t) => {
  const request = await start(t, createApp());
  const headers = { ...key, 'Content-Type': 'application/json' };
  const post = async (body) =>
    (await request('/parcels', { method: 'POST', headers, body })).status;
  assert.equal(await post('{'), 400);
  assert.equal(await post(JSON.stringify('x'.repeat(20_000))), 413);
  assert.equal(await post('{"id":"12"}'), 201);
});

test('what failed inside is not told', async (t) => {
  const app = express();
  app.get('/', () => {
    throw new Error('password of the database is wrong');
  });
  app.use(respondToErrors);
  const response = await (await start(t, app))('/');
  assert.equal(response.status, 500);
  assert.deepEqual(await response.json(), { error: 'internal error' });
});

// #region unit
test('without a key, the request goes no further', () => {
  const response = {
    status(code) {
      this.code = code;
      return this;
    },
    json() {},
  };
  let passed = 0;
  const check = requireKey(new Map([['k-17', 'Nordic Post']]));
  check({ get: () => 'wrong' }, response, () => (passed += 1));
  assert.equal(response.code, 401);
  assert.equal(passed, 0);

  const request = { get: () => 'k-17' };
  check(request, response, () => (passed += 1));
  assert.equal(request.customer, 'Nordic Post');
  assert.equal(passed, 1);
});
// #endregion unit

test('the duration lasts until the response has been sent', async (t) => {
  const lines = [];
  const app = express();
  app.use(logRequests((line) => lines.push(line)));
  app.get('/', (req, res) => setTimeout(() => res.send('late'), 50));
  await (
    await start(t, app)
  )('/');
  assert.ok(lines[0].ms >= 45, `${lines[0].ms} ms`);
});
