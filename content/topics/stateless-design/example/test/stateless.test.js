import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { startFleet } from '../src/fleet.js';

async function fleetFor(t, settings) {
  const fleet = await startFleet(settings);
  t.after(() => fleet.stop());
  return fleet;
}

// #region test
test('a session survives the loss of every instance', async (t) => {
  const fleet = await fleetFor(t, {});
  await fleet.request('POST', '/login');
  await fleet.replace('A');
  await fleet.replace('B');

  const seen = new Set();
  for (let i = 0; i < 4; i += 1) {
    const { instance, status } = await fleet.request('GET', '/me');
    assert.equal(status, 200);
    seen.add(instance);
  }
  assert.deepEqual(seen, new Set(['A', 'B']));
});
// #endregion test

test('a Redis that says nothing holds up no request for long', async (t) => {
  const redis = new URL(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
  const sockets = [];
  const proxy = createServer((from) => {
    const to = connect(Number(redis.port || 6379), redis.hostname);
    for (const socket of [from, to]) socket.on('error', () => {});
    from.pipe(to).pipe(from);
    sockets.push(from, to);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    proxy.close();
    for (const socket of sockets) socket.destroy();
  });
  const url = new URL(redis); // keeps a password
  url.host = `127.0.0.1:${proxy.address().port}`;
  const fleet = await fleetFor(t, { REDIS_URL: url.href });
  await fleet.request('POST', '/login');
  const { port } = proxy.address();
  for (const socket of sockets) socket.unpipe().pause(); // silence
  proxy.close(); // and no way to connect again

  for (const limit of [5_000, 5_000, 500]) {
    const begun = performance.now();
    const { status, body } = await fleet.request('GET', '/me');
    assert.equal(status, 500);
    assert.deepEqual(body, { error: 'internal error' });
    assert.ok(performance.now() - begun < limit);
  }

  await once(proxy.listen(port, '127.0.0.1'), 'listening');
  await sleep(1_500); // both instances connect again
  assert.equal((await fleet.request('GET', '/me')).status, 200);
  assert.equal((await fleet.request('GET', '/me')).status, 200);
});

test('the memory store fails that test', async (t) => {
  const fleet = await fleetFor(t, { SESSIONS: 'memory' });
  await fleet.request('POST', '/login'); // A
  assert.equal((await fleet.request('GET', '/me')).status, 401); // B
  assert.equal((await fleet.request('GET', '/me')).status, 200); // A
});

test('no click is lost when both instances change one cart', async (t) => {
  const redis = createClient({ url: process.env.REDIS_URL });
  await redis.connect();
  t.after(() => redis.close());
  await redis.del('cart:ada');
  const fleet = await fleetFor(t, {});
  await fleet.request('POST', '/login');
  const count = async () => (await fleet.request('GET', '/cart')).body.atlas;
  const clicks = Array.from({ length: 200 }, () =>
    fleet.request('POST', '/cart/atlas'),
  );
  await Promise.all(clicks);
  assert.equal(await count(), 200);
  assert.ok((await redis.ttl('cart:ada')) > 0); // it isn't kept forever
});
