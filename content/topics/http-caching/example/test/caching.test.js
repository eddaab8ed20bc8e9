import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { createApp } from '../src/app.js';
import { behindNginx } from '../src/behind-nginx.js';

async function start(t, conf) {
  const state = { ferry: 'onTime', alerts: [], delay: 0, broken: false };
  const asked = [];
  const app = express();
  app.use((req, res, next) => setTimeout(next, state.delay));
  app.use((req, res, next) => (state.broken ? res.sendStatus(503) : next()));
  app.use(createApp(state, { log: (path) => asked.push(path) }));
  const site = await behindNginx(app, conf);
  asked.length = 0; // without the request that waited for nginx
  t.after(site.stop);
  return { state, asked, ...site };
}

// #region policy
test('every route has the policy that was agreed on', async (t) => {
  const { get } = await start(t);
  const policies = {
    '/departures': 'max-age=2, stale-while-revalidate=3, stale-if-error=86400',
    '/alerts': 'no-cache',
    '/me': 'private, no-cache',
    '/tickets/7': 'no-store',
    '/no-such-page': 'private, no-cache',
  };
  for (const [path, policy] of Object.entries(policies)) {
    assert.equal((await get(path)).headers.get('cache-control'), policy, path);
  }
});

test('even a cache for everything keeps no personal page', async (t) => {
  const { get } = await start(t, 'everything.conf');
  for (const path of ['/me', '/tickets/7']) {
    for (const user of ['ana', 'ben', 'ana']) {
      const { cache, body } = await get(path, { Cookie: `user=${user}` });
      assert.equal(cache, 'MISS', path);
      if (path === '/me') assert.match(body, new RegExp(user));
    }
  }
});
// #endregion policy

test('an error is not stored, although its route may be', async (t) => {
  t.mock.method(console, 'error', () => {});
  const { get, state } = await start(t);
  Object.defineProperty(state, 'ferry', {
    configurable: true,
    get() {
      throw new Error('no database');
    },
  });
  assert.equal((await get('/departures')).status, 500);
  Object.defineProperty(state, 'ferry', { value: 'onTime' });
  assert.equal((await get('/departures')).status, 200);
});

test('100 readers cost one request, and each gets their language', async (t) => {
  const { get, asked } = await start(t);
  const languages = Array.from({ length: 100 }, (_, i) =>
    i % 2 ? 'sv' : 'fi',
  );
  const responses = await Promise.all(
    languages.map((language, i) =>
      get(`/departures?fbclid=${i}`, { 'Accept-Language': language }),
    ),
  );
  responses.forEach(({ body }, i) =>
    assert.match(body, languages[i] === 'sv' ? /i tid/ : /aikataulussa/),
  );
  assert.ok(asked.length <= 4, `${asked.length} requests reached the app`);
});

test('a change shows after the lifetime, and the first reader does not wait', async (t) => {
  const { get, state } = await start(t);
  await get('/departures');
  state.ferry = 'canceled';
  assert.match((await get('/departures')).body, /aikataulussa/);
  await sleep(3100);
  assert.equal((await get('/departures')).cache, 'STALE');
  await sleep(300);
  assert.match((await get('/departures')).body, /peruttu/);
});

test('without the app, departures are stale and personal pages fail', async (t) => {
  const { get, stopOrigin } = await start(t);
  await get('/departures');
  await get('/me');
  await stopOrigin();
  await sleep(6100);
  const { cache, status } = await get('/departures');
  assert.deepEqual([cache, status], ['STALE', 200]);
  assert.equal((await get('/me')).status, 502);
});

test('when the app responds with 503, departures are stale', async (t) => {
  const { get, state } = await start(t);
  await get('/departures');
  state.broken = true;
  await sleep(6100);
  const { cache, status } = await get('/departures');
  assert.deepEqual([cache, status], ['STALE', 200]);
  assert.equal((await get('/me')).status, 503);
});

test('when the app hangs, departures are stale after two seconds', async (t) => {
  const { get, state } = await start(t);
  await get('/departures');
  state.delay = 10_000;
  await sleep(6100);
  const began = Date.now();
  assert.equal((await get('/departures')).cache, 'STALE');
  assert.ok(Date.now() - began < 4000);
});

test('a stale copy that is still right is validated, not sent again', async (t) => {
  const { get } = await start(t);
  await get('/departures');
  await sleep(6100);
  assert.equal((await get('/departures')).cache, 'REVALIDATED');
});

test('personal pages do not wait for each other', async (t) => {
  const { get, state } = await start(t);
  state.delay = 50;
  const began = Date.now();
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => get('/me', { Cookie: `user=${i}` })),
  );
  assert.ok(Date.now() - began < 1000);
});

test('alerts are validated, and a new alert shows at once', async (t) => {
  const { get, state } = await start(t);
  const etag = (await get('/alerts')).headers.get('etag');
  // fetch would add `Cache-Control: no-cache`, which rules out a 304
  const ask = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
  const again = await get('/alerts', ask);
  assert.deepEqual([again.status, again.body], [304, '']);
  state.alerts.push('Storm on Friday');
  const changed = await get('/alerts', ask);
  assert.equal(changed.status, 200);
});
