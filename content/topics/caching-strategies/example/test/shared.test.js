import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { connect, startRedis } from '../dev/redis.js';
import { cacheAside } from '../src/shared.js';

let server, redis;
const loads = [];
const logged = [];

before(async () => {
  server = await startRedis();
  redis = connect(server.url);
  await once(redis, 'ready');
});
after(() => {
  redis.destroy();
  server.child.kill('SIGKILL');
});

function boards(client = redis) {
  return cacheAside({
    redis: client,
    name: 'board',
    ttl: 10,
    log: (line) => logged.push(line),
    load: async (id) => {
      loads.push(id);
      const departures = [{ at: new Date('2026-12-24T10:02Z') }];
      return id === 'BERN' ? { station: id, departures } : undefined;
    },
  });
}

test('two instances share an entry', async () => {
  const [one, two] = [boards(), boards()];
  assert.deepEqual(await one('BERN'), await two('BERN'));
  assert.deepEqual(loads.splice(0), ['BERN']);
  assert.equal(await redis.ttl('board:v1:BERN'), 10);
});

test('a missing station is remembered too, but not as long', async () => {
  const get = boards();
  assert.equal(await get('NOPE'), null);
  assert.equal(await get('NOPE'), null);
  assert.deepEqual(loads.splice(0), ['NOPE']);
  assert.equal(await redis.ttl('board:v1:NOPE'), 5);
});

test('a value that is not JSON is loaded and replaced', async () => {
  await redis.set('board:v1:BERN', '{oops');
  assert.equal((await boards()('BERN')).station, 'BERN');
  assert.deepEqual(loads.splice(0), ['BERN']);
  assert.match(await redis.get('board:v1:BERN'), /departures/);
  logged.length = 0;
});

test('a Redis that hangs costs 0.1 seconds, not the response', async () => {
  server.child.kill('SIGSTOP');
  const startedAt = performance.now();
  assert.equal((await boards()('BERN')).station, 'BERN');
  assert.ok(performance.now() - startedAt < 1_000);
  assert.deepEqual(loads.splice(0), ['BERN']);
  assert.equal(logged.splice(0).length, 2);

  const waiting = Array.from({ length: 1_001 }, () => redis.get('x'));
  const results = Promise.allSettled(waiting);
  await assert.rejects(waiting.at(-1), /queue is full/);
  server.child.kill('SIGCONT');
  await results;
});

test('a service starts without Redis, and does not wait for it', async () => {
  const offline = connect('redis://127.0.0.1:1');
  assert.equal((await boards(offline)('BERN')).station, 'BERN');
  assert.deepEqual(loads.splice(0), ['BERN']);
  assert.match(logged.splice(0).join(), /cache read: The client is offline/);
  offline.destroy();
});

test('without Redis, the database answers', async () => {
  server.child.kill('SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal((await boards()('BERN')).station, 'BERN');
  assert.deepEqual(loads.splice(0), ['BERN']);
  assert.equal(logged.length, 2);
});
