import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstances } from '../dev/instances.js';
import { connect, freePort, open, startRedis } from '../dev/redis.js';
import { createApp } from '../src/app.js';
import { SharedBuckets } from '../src/buckets.js';
import { limit } from '../src/limit.js';

const student = { headers: { 'x-api-key': 'key-of-student' } };
const display = { headers: { 'x-api-key': 'key-of-display' } };
let server, clients, instances, logged;

before(async () => {
  server = await startRedis();
  clients = [await connect(server.url), await connect(server.url)];
});
after(() => {
  for (const client of clients ?? []) client.destroy();
  server?.child.kill('SIGKILL');
});
beforeEach(async () => {
  await clients[0].flushDb();
  logged = [];
  const apps = clients.map((redis) =>
    createApp({
      buckets: new SharedBuckets(redis, {
        timeoutMs: 500,
        log: (line) => logged.push(line),
      }),
      customers: new Map([
        ['key-of-student', 'student'],
        ['key-of-display', 'display'],
      ]),
      checkPassword: async (email, password) => password === 'right',
      proxies: 1,
    }),
  );
  instances = await startInstances(...apps);
});
afterEach(() => instances.stop());

const departures = (init) => instances.send('/departures/12', init);
async function statuses(count, request) {
  const all = Array.from({ length: count }, (_, i) => request(i));
  const result = {};
  for (const { status } of await Promise.all(all)) {
    result[status] = (result[status] ?? 0) + 1;
  }
  return result;
}
const login = (email, from, password = 'wrong') =>
  instances.send('/login', {
    from,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });

test('two instances share one bucket under 200 parallel requests', async () => {
  const size = { burst: 10, everyMs: 60_000 };
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      clients[i % 2].takeTokens('limit:parallel', size),
    ),
  );
  assert.equal(results.filter((r) => r.allowed).length, 10);
});

test('the key expires when the bucket is full again', async () => {
  await clients[0].takeTokens('limit:x', { burst: 10, everyMs: 60_000 });
  const ttl = await clients[0].pTTL('limit:x');
  assert.ok(ttl > 59_000 && ttl <= 60_000, `${ttl} ms`);
});

// #region retry-after
test('a retry after Retry-After passes, one a second earlier does not', async () => {
  const size = { burst: 2, everyMs: 2_000 };
  const buckets = new SharedBuckets(clients[0], { timeoutMs: 500 });
  await buckets.take('one', size);
  await buckets.take('one', size);
  const { waitMs } = await buckets.take('one', size);
  const retryAfter = Math.ceil(waitMs / 1000);
  assert.equal(retryAfter, 2);

  await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000 - 1000));
  assert.equal((await buckets.take('one', size)).allowed, false);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal((await buckets.take('one', size)).allowed, true);
});
// #endregion retry-after

test('the refusal says when to come back, and others are not affected', async () => {
  await statuses(10, () => departures(student));
  const res = await departures(student);
  assert.equal(res.status, 429);
  assert.equal(res.headers.get('retry-after'), '1');
  assert.equal(res.headers.get('ratelimit-policy'), '"api";q=10;w=10');
  assert.equal(res.headers.get('ratelimit'), '"api";r=0;t=10');
  assert.match(res.headers.get('content-type'), /^application\/problem\+json/);
  assert.equal((await res.json()).title, 'Too Many Requests');
  assert.equal((await departures(display)).status, 200);
});

test('invented keys and forwarded addresses get no budget of their own', async () => {
  const keys = await statuses(30, (i) =>
    departures({ headers: { 'x-api-key': `guess-${i}` } }),
  );
  assert.deepEqual(keys, { 401: 10, 429: 20 });
  const addresses = await statuses(30, (i) =>
    departures({
      from: '203.0.113.8',
      headers: { 'x-forwarded-for': `198.51.100.${i}` },
    }),
  );
  assert.deepEqual(addresses, { 401: 10, 429: 20 });
});

test('addresses of one IPv6 /64 share a budget, and an IPv4 address has its own', async () => {
  const found = await statuses(30, (i) =>
    departures({ from: `2001:db8:1:2::${i.toString(16)}` }),
  );
  assert.deepEqual(found, { 401: 10, 429: 20 });
  assert.equal((await departures({ from: '2001:db8:1:3::1' })).status, 401);
  assert.equal((await departures({ from: '::ffff:198.51.100.7' })).status, 401);
});

test('one network gets 20 logins, whatever the account', async () => {
  const found = await statuses(30, (i) => login(`a${i}@example.com`));
  assert.deepEqual(found, { 401: 20, 429: 10 });
});

test('hostile logins are a 4xx', async () => {
  assert.equal((await login({ toLowerCase: 1 })).status, 400);
  assert.equal((await login('a'.repeat(2_000))).status, 413);
});

test('an export takes five tokens', async () => {
  const found = await statuses(3, () => instances.send('/export', student));
  assert.deepEqual(found, { 200: 2, 429: 1 });
});

test('attempts on one account count together, however it is written', async () => {
  const found = await statuses(40, (i) =>
    login(i % 2 ? 'ada@example.com' : ' Ada@Example.com', `198.51.100.${i}`),
  );
  assert.deepEqual(found, { 401: 5, 429: 35 });
  const other = await login('bob@example.com', '198.51.100.1', 'right');
  assert.equal(other.status, 204);
  const refused = await login('ada@example.com', '192.0.2.1', 'right');
  assert.equal(refused.status, 429);
});

test('a body without credentials is a 400', async () => {
  const res = await instances.send('/login', { method: 'POST' });
  assert.equal(res.status, 400);
});

test('a cost above the burst is a mistake in the program', () => {
  assert.throws(() => limit({}, 'x', { burst: 1, everyMs: 1, cost: 2 }), {
    name: 'RangeError',
  });
});

test('an interval of 333.3 ms is a mistake: Redis would refuse each call', () => {
  assert.throws(() => limit({}, 'x', { burst: 3, everyMs: 1000 / 3 }), {
    name: 'RangeError',
  });
});

test('an API that starts without Redis limits, and uses Redis once it is there', async () => {
  const port = await freePort();
  const redis = open(`redis://127.0.0.1:${port}`);
  const log = (line) => logged.push(line);
  const buckets = new SharedBuckets(redis, { timeoutMs: 500, log });
  const size = { burst: 1, everyMs: 60_000 };
  let late;
  try {
    assert.equal((await buckets.take('x', size)).allowed, true);
    assert.equal((await buckets.take('x', size)).allowed, false);
    assert.match(logged.join(), /offline.*offline/);

    late = await startRedis(port);
    while (!redis.isReady) await sleep(20);
    assert.equal((await buckets.take('x', size)).allowed, true);
    assert.equal(logged.length, 2);
  } finally {
    redis.destroy();
    late?.child.kill('SIGKILL');
  }
});

// #region outage
test('when Redis hangs, each instance counts alone after the timeout', async () => {
  server.child.kill('SIGSTOP');
  try {
    const start = performance.now();
    const found = await statuses(60, () => departures(student));
    assert.ok(performance.now() - start < 2_000);
    assert.deepEqual(found, { 200: 20, 429: 40 });
    assert.equal(logged.length, 60);
  } finally {
    server.child.kill('SIGCONT');
  }
});
// #endregion outage

test('while Redis hangs, commands do not pile up in memory', async () => {
  const redis = await connect(server.url);
  const buckets = new SharedBuckets(redis, {
    log: (line) => logged.push(line),
  });
  server.child.kill('SIGSTOP');
  try {
    const size = { burst: 1, everyMs: 1_000 };
    const takes = Array.from({ length: 1_500 }, () => buckets.take('x', size));
    await Promise.all(takes);
    const full = logged.filter((line) => line.includes('queue is full'));
    assert.ok(full.length >= 500, `${full.length}`);
  } finally {
    redis.destroy();
    server.child.kill('SIGCONT');
  }
});

test('a Redis that is gone: still limited (this test is the last one)', async () => {
  server.child.kill('SIGKILL');
  const found = await statuses(60, () => departures(student));
  assert.deepEqual(found, { 200: 20, 429: 40 });
});
