import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { connect, startRedis } from '../dev/redis.js';
import { startInstances } from '../dev/instances.js';
import { createApp } from '../src/app.js';
import { SharedBuckets } from '../src/buckets.js';
import { naiveLimit } from '../src/naive.js';

const version = process.argv[2];
const { child, url } = await startRedis();
const redis = await connect(url);

function newApp() {
  if (version === 'fixed') {
    return createApp({
      buckets: new SharedBuckets(redis, { timeoutMs: 1_000 }),
      customers: new Map([['key-of-student', 'student']]),
      checkPassword: async () => false,
      proxies: 1,
    });
  }
  const app = express();
  app.use(naiveLimit({ limit: 10, windowMs: 10_000 }));
  return app.use((req, res) => res.status(204).end());
}

// The naive limiter's windows start at every full ten seconds.
const msToNextWindow = () => 10_000 - (Date.now() % 10_000);

async function attack(name, instances, requests, acrossWindows = false) {
  await redis.flushDb();
  const apps = Array.from({ length: instances }, newApp);
  const { send, stop } = await startInstances(...apps);
  const fire = (some) => Promise.all(some.map((r) => send(r.path, r)));

  let responses;
  if (acrossWindows) {
    const half = requests.length / 2;
    await sleep(msToNextWindow() - 100);
    responses = await fire(requests.slice(0, half));
    await sleep(200);
    responses.push(...(await fire(requests.slice(half))));
  } else {
    if (msToNextWindow() < 1_000) await sleep(1_100);
    responses = await fire(requests);
  }
  const passed = responses.filter((res) => res.status !== 429).length;
  console.log(`${name.padEnd(42)} ${passed} of ${requests.length} pass`);
  stop();
}

const many = (length, request) => Array.from({ length }, (_, i) => request(i));
const read = (headers, from) => ({ path: '/departures/12', headers, from });
const student = { 'x-api-key': 'key-of-student' };

const twenty = many(20, () => read(student));
await attack('1. just before and after a window ends', 1, twenty, true);
await attack('2. over two instances', 2, twenty);
await attack(
  '3. a new X-Forwarded-For each time',
  1,
  many(40, (i) => read({ 'x-forwarded-for': `198.51.100.${i}` })),
);
await attack(
  '4. a new invented API key each time',
  1,
  many(40, (i) => read({ 'x-api-key': `guess-${i}` })),
);
await attack(
  '5. a new address of one IPv6 /64 each time',
  1,
  many(40, (i) => read({}, `2001:db8:1:2::${i.toString(16)}`)),
);
await attack(
  '6. login to one account from 40 networks',
  1,
  many(40, (i) => ({
    path: '/login',
    from: `198.51.100.${i}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.com', password: `guess ${i}` }),
  })),
);

redis.destroy();
child.kill();
