import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { createApi } from '../src/api.js';
import { fixed, reflecting } from '../src/cors-settings.js';

const ours = 'http://localhost:3000';
const theirs = 'http://localhost:3000.evil.example';

async function start(t, settings) {
  const server = createApi(settings).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return (path, options) =>
    fetch(`http://localhost:${server.address().port}${path}`, options);
}

// What a browser sends before it lets a script PUT JSON.
const preflight = (origin) => ({
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': 'PUT',
    'Access-Control-Request-Headers': 'content-type',
  },
});

test('our front end may send a PUT with JSON and its cookie', async (t) => {
  const request = await start(t, fixed);
  const { status, headers } = await request('/alarms/4', preflight(ours));
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), ours);
  assert.equal(headers.get('access-control-allow-credentials'), 'true');
  assert.match(headers.get('access-control-allow-methods'), /PUT/);
  assert.equal(headers.get('access-control-allow-headers'), 'content-type');
  assert.equal(headers.get('access-control-max-age'), '600');
});

// #region others
test('another origin is not allowed, whatever it looks like', async (t) => {
  const request = await start(t, fixed);
  for (const origin of [
    theirs,
    'null',
    'https://localhost:3000',
    'http://notlocalhost:3000',
  ]) {
    const { headers } = await request('/alarms/4', preflight(origin));
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
});
// #endregion others

test('a cache is told that the response depends on the origin', async (t) => {
  const request = await start(t, fixed);
  for (const headers of [{ Origin: ours }, { Origin: theirs }, {}]) {
    const response = await request('/forecast', { headers });
    assert.match(response.headers.get('vary'), /Origin/);
  }
});

test('our front end can read why a request failed', async (t) => {
  const request = await start(t, fixed);
  const response = await request('/me', { headers: { Origin: ours } });
  assert.equal(response.status, 401);
  assert.equal(response.headers.get('access-control-allow-origin'), ours);
});

test('the dangerous settings allow everyone', async (t) => {
  const request = await start(t, reflecting);
  const { headers } = await request('/me', { headers: { Origin: theirs } });
  assert.equal(headers.get('access-control-allow-origin'), theirs);
  assert.equal(headers.get('access-control-allow-credentials'), 'true');
});
