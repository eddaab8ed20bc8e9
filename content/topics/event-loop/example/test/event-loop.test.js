import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

test('workers count at the same time, and further counts wait their turn', async () => {
  const pool = createPrimesPool(2);
  const counts = [below, 10, 100, 1000, 2].map(pool.count);
  assert.deepEqual(await Promise.all(counts), [25_997, 4, 25, 168, 0]);
  await pool.close();
});
