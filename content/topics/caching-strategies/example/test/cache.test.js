import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cache } from '../src/cache.js';

function setUp(options) {
  const world = { time: 0, loads: [], value: 'old' };
  world.cache = new Cache({
    ttl: 10_000,
    max: 2,
    now: () => world.time,
    load: async (key) => {
      world.loads.push(key);
      return `${key} ${world.value}`;
    },
    ...options,
  });
  return world;
}

test('500 callers at once cause one load', async () => {
  const { cache, loads } = setUp();
  await Promise.all(Array.from({ length: 500 }, () => cache.get('BERN')));
  assert.equal(loads.length, 1);
  assert.deepEqual(cache.stats, {
    hits: 0,
    misses: 1,
    merged: 499,
    evicted: 0,
  });
});

test('an entry is served until its time to live is over', async () => {
  const world = setUp();
  for (const time of [0, 9_999, 10_000]) {
    world.time = time;
    await world.cache.get('BERN');
  }
  assert.equal(world.loads.length, 2);
  assert.equal(world.cache.stats.hits, 1);
});

test('an entry also expires by the real clock', async () => {
  const { cache, loads } = setUp({ now: undefined, ttl: 20 });
  await cache.get('BERN');
  await sleep(30);
  await cache.get('BERN');
  assert.equal(loads.length, 2);
});

// #region lru
test('a full cache evicts the least recently used entry', async () => {
  const { cache, loads } = setUp();
  for (const key of ['OSLO', 'BERN', 'OSLO', 'ROME', 'OSLO', 'BERN']) {
    await cache.get(key);
  }
  assert.deepEqual(loads, ['OSLO', 'BERN', 'ROME', 'BERN']);
  assert.equal(cache.stats.evicted, 2);
});
// #endregion lru

test('an error reaches every waiting caller and is not cached', async () => {
  let calls = 0;
  const { cache } = setUp({
    load: async () => {
      calls += 1;
      throw new Error('database down');
    },
  });
  const results = await Promise.allSettled([cache.get('x'), cache.get('x')]);
  assert.deepEqual(
    results.map((result) => result.reason.message),
    ['database down', 'database down'],
  );
  await assert.rejects(cache.get('x'), { message: 'database down' });
  assert.equal(calls, 2);
});

// #region race
test('a load that started before a change is not cached', async () => {
  const finish = [];
  const { cache } = setUp({
    load: () => new Promise((resolve) => finish.push(resolve)),
  });
  const early = cache.get('BERN');
  cache.delete('BERN'); // the board has changed
  const late = cache.get('BERN');

  finish[1]('new board');
  assert.equal(await late, 'new board');
  finish[0]('old board');
  assert.equal(await early, 'old board'); // it asked before the change
  assert.equal(await cache.get('BERN'), 'new board');
});
// #endregion race

test('a load that was overtaken does not end the merging of the next', async () => {
  const finish = [];
  const { cache } = setUp({
    load: () => new Promise((resolve) => finish.push(resolve)),
  });
  const early = cache.get('BERN');
  cache.delete('BERN');
  const late = cache.get('BERN');
  finish[0]('old board');
  await early;
  const third = cache.get('BERN');
  finish[1]('new board');
  assert.deepEqual(
    await Promise.all([late, third]),
    Array(2).fill('new board'),
  );
  assert.equal(finish.length, 2);
});

test('a deleted entry is loaded again', async () => {
  const world = setUp();
  await world.cache.get('BERN');
  world.value = 'new';
  world.cache.delete('BERN');
  assert.equal(await world.cache.get('BERN'), 'BERN new');
});

test('keys filled together expire at different times', async () => {
  const world = setUp({ max: 1_000, spread: 0.1 });
  const keys = Array.from({ length: 1_000 }, (_, i) => `key ${i}`);
  for (const key of keys) await world.cache.get(key);
  world.time = 9_500;
  for (const key of keys) await world.cache.get(key);
  const reloaded = world.loads.length - 1_000;
  assert.ok(reloaded > 400 && reloaded < 600, `${reloaded} of 1000`);
});
