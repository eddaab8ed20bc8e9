import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { behindNginx } from '../src/behind-nginx.js';

async function start(t) {
  const state = { ferry: 'onTime', alerts: [] };
  const asked = [];
  const app = createApp(state, { log: (path) => asked.push(path) });
  const site = await behindNginx(app);
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

test('no one gets what was made for someone else', async (t) => {
  const { get } = await start(t);
  for (const path of ['/me', '/tickets/7']) {
    for (const user of ['ana', 'ben', 'ana']) {
      const { cache, body } = await get(path, { Cookie: `user=${user}` });
      assert.equal(cache, 'MISS', path);
      if (path === '/me') assert.match(body, new RegExp(user));
    }
  }
});
// #endregion policy

test('100 readers cost one request, and each gets their language', async (t) => {
  const { get, asked } = await start(t);
  const languages = Array.from({ length: 100 }, (_, i) =>
    i % 2 ? 'sv' : 'fi',
  );
  const responses = await Promise.all(
    languages.map((language) =>
      get('/departures', { 'Accept-Language': language }),
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
