import assert from 'node:assert/strict';
import test from 'node:test';
import { take } from '../src/bucket.js';
import { LocalBuckets } from '../src/buckets.js';

const size = { burst: 3, everyMs: 10_000 };

function fill(times, limit = size) {
  let fullAt;
  return times.map((now) => {
    const result = take(fullAt, now, limit);
    fullAt = result.fullAt;
    return result;
  });
}

test('lets a burst pass, then one per interval', () => {
  const results = fill([0, 0, 0, 0, 9_999, 10_000, 10_000]);
  assert.deepEqual(
    results.map((r) => r.allowed),
    [true, true, true, false, false, true, false],
  );
});

test('waitMs is exact to the millisecond', () => {
  const { waitMs, allowed } = fill([0, 0, 0, 4_000]).at(-1);
  assert.deepEqual([allowed, waitMs], [false, 6_000]);
  assert.equal(fill([0, 0, 0, 4_000, 9_999]).at(-1).allowed, false);
  assert.equal(fill([0, 0, 0, 4_000, 10_000]).at(-1).allowed, true);
});

test('never saves up more than the burst', () => {
  const later = Array(5).fill(1_000_000_000);
  const passed = fill([0, ...later]).filter((r) => r.allowed);
  assert.equal(passed.length, 1 + 3);
});

test('a clock that goes back gives nothing away', () => {
  const results = fill([50_000, 50_000, 50_000, 0]);
  assert.equal(results.at(-1).allowed, false);
});

test('a raised limit counts from the next request', () => {
  const old = { burst: 10, everyMs: 60_000, cost: 10 };
  const { fullAt } = take(undefined, 0, old);
  const raised = { burst: 10, everyMs: 1000 };
  assert.equal(take(fullAt, 0, raised).waitMs, 1000);
});

test('takes several tokens for an expensive request', () => {
  const big = { burst: 10, everyMs: 1000, cost: 5 };
  const results = fill([0, 0, 0], big);
  assert.deepEqual(
    results.map((r) => r.remaining),
    [5, 0, 0],
  );
  assert.equal(results[2].waitMs, 5_000);
});

test('the local buckets forget the key that was used longest ago', async () => {
  const buckets = new LocalBuckets(2);
  const limit = { burst: 1, everyMs: 60_000 };
  for (const key of ['a', 'b', 'a', 'c']) await buckets.take(key, limit);
  assert.equal((await buckets.take('a', limit)).allowed, false);
  assert.equal((await buckets.take('b', limit)).allowed, true);
});
