import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { createPrimesPool } from '../src/primes-pool.js';
import { countPrimes, countPrimesInPieces } from '../src/primes.js';

/** How often the loop turned while something ran. */
async function turnsDuring(work) {
  let turns = 0;
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      await nextTurn();
      turns += 1;
    }
  })();
  const result = await work();
  isRunning = false;
  await watching;
  return { result, turns };
}
const below = 300_000; // 25,997 primes

test('a loop in one go lets nothing else run', async () => {
  const { result, turns } = await turnsDuring(() => countPrimes(below));
  assert.equal(result, 25_997);
  assert.ok(turns <= 1, `${turns} turns`);
});

test('in pieces, the loop turns in between', async () => {
  const { result, turns } = await turnsDuring(() =>
    countPrimesInPieces(below, { milliseconds: 1 }),
  );
  assert.equal(result, 25_997);
  assert.ok(turns > 5, `${turns} turns`);
});

test('workers count at the same time, and further counts wait their turn', async (t) => {
  const pool = createPrimesPool(2);
  t.after(() => pool.destroy());
  const { result, turns } = await turnsDuring(() =>
    Promise.all([below, 10, 100, 1000, 2].map((limit) => pool.run(limit))),
  );
  assert.deepEqual(result, [25_997, 4, 25, 168, 0]);
  assert.ok(turns > 5, `${turns} turns`);
});

test('after a count that fails or takes too long, the pool goes on', async (t) => {
  const pool = createPrimesPool(1);
  t.after(() => pool.destroy());
  await assert.rejects(pool.run(Symbol('ten')), { name: 'DataCloneError' });
  const signal = AbortSignal.timeout(200);
  await assert.rejects(pool.run(10 ** 9, { signal }), { name: 'AbortError' });
  assert.equal(await pool.run(10), 4);
});

test('a URL that makes no sense does not end the server', async (t) => {
  const server = createApp(countPrimes).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const request = (path) =>
    new Promise((resolve, reject) =>
      get({ port: server.address().port, path }, resolve).on('error', reject),
    );
  assert.equal((await request('//')).statusCode, 400);
  assert.equal((await request('/primes?below=many')).statusCode, 400);
  assert.equal((await request('/ping')).statusCode, 200);
});
