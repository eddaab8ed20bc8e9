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
const otherKey = { 'X-Api-Key': 'k-18' };
const quiet = { write: () => {} };

// #region routes
test('only the log and one open route come before the key check', async (t) => {
  const app = createApp(quiet);
  const names = app.router.stack.map(({ route, name }) => route?.path ?? name);
  const above = names.slice(0, names.indexOf('checkKey'));
  assert.deepEqual(above, ['logRequest', '/healthz']);

  const request = await start(t, app);
  assert.equal((await request('/healthz')).status, 204);
  assert.equal((await request('/nowhere')).status, 401); // it covers all paths
});
// #endregion routes

test('every outcome is logged, with its status', async (t) => {
  const lines = [];
  const request = await start(
    t,
    createApp({ write: (line) => lines.push(line) }),
  );
  await request('/parcels/9?token=secret', { headers: key });
  await request('/parcels/9');
  await request('/parcels/77', { headers: key });
  await request('/nowhere', { headers: key });
  assert.deepEqual(
    lines.map(({ path, status }) => `${path} ${status}`),
    ['/parcels/9 200', '/parcels/9 401', '/parcels/77 404', '/nowhere 404'],
  );
});

test('an unknown path gets an error in the same form', async (t) => {
  const request = await start(t, createApp(quiet));
  const response = await request('/nowhere', { headers: key });
  assert.equal(response.status, 404);
  assert.deepEqual(await response.json(), { error: 'no such path' });
});

test('invalid JSON and a body that is too large get a status of their own', async (t) => {
  const request = await start(t, createApp(quiet));
  const headers = { ...key, 'Content-Type': 'application/json' };
  const post = async (body) =>
    (await request('/parcels', { method: 'POST', headers, body })).status;
  assert.equal(await post('{'), 400);
  assert.equal(await post(JSON.stringify('x'.repeat(20_000))), 413);
  assert.equal(await post('{"weight":2}'), 201);
  const text = await request('/parcels', {
    method: 'POST',
    headers: key,
    body: 'x',
  });
  assert.equal(text.status, 415);
});

test("a customer's parcels stay theirs", async (t) => {
  const request = await start(t, createApp(quiet));
  const headers = { ...otherKey, 'Content-Type': 'application/json' };
  const body = '{"id":"9"}';
  const made = await request('/parcels', { method: 'POST', headers, body });
  const { id } = await made.json();
  const status = async (path, headers) =>
    (await request(path, { headers })).status;
  assert.equal(await status('/parcels/9', key), 200); // not replaced
  assert.equal(await status('/parcels/9', otherKey), 404);
  assert.equal(await status(`/parcels/${id}`, otherKey), 200);
  const exported = await request('/parcels/export', { headers: otherKey });
  assert.deepEqual(
    (await exported.json()).map((parcel) => parcel.id),
    [id],
  );
});

test('what failed inside is logged, and not told', async (t) => {
  const lines = [];
  const app = express();
  app.get('/:status', (req) => {
    const error = new Error('password of the database is wrong');
    throw Object.assign(error, { status: Number(req.params.status) });
  });
  app.use(respondToErrors((line) => lines.push(line)));
  const request = await start(t, app);
  for (const path of ['/500', '/401']) {
    const response = await request(path);
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: 'internal error' });
  }
  assert.equal((await request('/%')).status, 400); // the client's mistake
  assert.equal(lines.length, 2);
  assert.match(lines[0].error, /password of the database/);
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

test('an error after the headers is left to Express, which ends the connection', () => {
  const error = new Error('too late');
  let passed;
  const respond = respondToErrors(() => {});
  respond(error, { path: '/' }, { headersSent: true }, (e) => (passed = e));
  assert.equal(passed, error);
});
