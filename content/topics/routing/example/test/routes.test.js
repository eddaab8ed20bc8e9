import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import express from 'express';
import { createApp } from '../src/app.js';
import { Episodes, Refused } from '../src/episodes.js';
import { episodeRoutes } from '../src/routes.js';

let server, base;
before(async () => {
  const episodes = new Episodes();
  episodes.publish('tides', 'Low water');
  server = createApp(episodes).listen(0);
  await once(server, 'listening');
  base = `http://localhost:${server.address().port}/v1`;
});
after(() => server.close());

const call = (method, path, body) =>
  fetch(base + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });

// #region table
test('every path and method gets its answer', async () => {
  const cases = [
    ['GET', '/episodes/1', 200],
    ['HEAD', '/episodes/1', 200],
    ['GET', '/episodes/latest', 200],
    ['GET', '/episodes/99', 404],
    ['GET', '/episodes/abc', 404],
    ['GET', '/episodes/1e0', 404],
    ['GET', '/episodes/1%2F2', 404],
    ['GET', '/episodes/%FF', 400], // not UTF-8
    ['GET', '/Episodes/1', 404],
    ['GET', '/episodes/1/', 404],
    ['GET', '/nothing', 404],
    ['PUT', '/episodes/1', 405],
    ['DELETE', '/episodes/latest', 405],
    ['GET', '/shows/tides/episodes', 405],
    ['OPTIONS', '/episodes/1', 204],
  ];
  for (const [method, path, status] of cases) {
    const res = await call(method, path);
    assert.equal(res.status, status, `${method} ${path}`);
  }
});

test('a 405 says what would work', async () => {
  const res = await call('PUT', '/episodes/1');
  assert.equal(res.headers.get('allow'), 'OPTIONS, GET, HEAD, DELETE');
});
// #endregion table

test('what is not a number never reaches the episodes', async (t) => {
  const find = () => {
    throw new Error('reached');
  };
  const strict = createApp({ find }).listen(0);
  await once(strict, 'listening');
  t.after(() => strict.close());
  const url = `http://localhost:${strict.address().port}`;
  assert.equal((await fetch(`${url}/v1/episodes/1e0`)).status, 404);
  assert.equal((await fetch(`${url}/V1/episodes/nope`)).status, 404);
});

test('a group can be mounted under another prefix', async (t) => {
  const app = express();
  app.use(express.json());
  app.use('/v2', episodeRoutes(new Episodes()));
  const other = app.listen(0);
  await once(other, 'listening');
  t.after(() => other.close());
  const url = `http://localhost:${other.address().port}/v2/shows/a/episodes`;
  const res = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"title":"Swell"}',
  });
  assert.equal(res.headers.get('location'), '/v2/episodes/1');
});

test('the prefix distinguishes upper and lower case, too', async () => {
  const res = await fetch(`${base.replace('/v1', '/V1')}/episodes/1`);
  assert.equal(res.status, 404);
});

test('a body that is not JSON or too large is refused', async () => {
  const post = (body, type) =>
    fetch(`${base}/shows/tides/episodes`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
  const json = 'application/json';
  assert.equal((await post('title=Ebb', 'text/plain')).status, 422);
  assert.equal((await post('{', json)).status, 400);
  const huge = JSON.stringify({ title: 'x'.repeat(20_000) });
  assert.equal((await post(huge, json)).status, 413);
});

// #region create
test('a new episode has the URL that Location says', async () => {
  const res = await call('POST', '/shows/big%20waves/episodes', {
    title: 'Swell',
  });
  assert.equal(res.status, 201);
  const created = await res.json();
  assert.equal(created.show, 'big waves');
  const url = new URL(res.headers.get('location'), base);
  assert.deepEqual(await (await fetch(url)).json(), created);
  assert.equal((await call('POST', '/shows/tides/episodes', {})).status, 422);
  assert.equal((await call('POST', '/shows/tides/episodes')).status, 422);
});
// #endregion create

// #region rules
test('the rules need no server', () => {
  const episodes = new Episodes();
  assert.throws(() => episodes.publish('tides', '  '), Refused);
  assert.equal(episodes.publish('tides', ' Ebb ').title, 'Ebb');
  const { id } = episodes.publish('tides', 'Flood');
  assert.equal(episodes.latest().title, 'Flood');
  episodes.remove(id);
  assert.equal(episodes.latest().title, 'Ebb');
});
// #endregion rules

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  const find = () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  const failing = createApp({ find }).listen(0);
  await once(failing, 'listening');
  t.after(() => failing.close());
  const url = `http://localhost:${failing.address().port}/v1/episodes/1`;
  assert.equal((await fetch(url)).status, 500);
});
