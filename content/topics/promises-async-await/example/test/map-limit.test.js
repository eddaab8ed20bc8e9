import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { mapLimit } from '../src/map-limit.js';

test('keeps the order of the items, in whatever order they finish', async () => {
  const items = new Set([30, 1, 15]);
  const outcomes = await mapLimit(items, 3, async (ms) => {
    await sleep(ms);
    if (ms === 1) throw new Error('no data');
    return ms;
  });
  assert.deepEqual(
    outcomes.map(({ value, reason }) => value ?? reason.message),
    [30, 'no data', 15],
  );
});

test('never runs more than the limit, and reaches it', async () => {
  let inFlight = 0;
  let most = 0;
  await mapLimit(Array.from({ length: 50 }), 4, async () => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await sleep(Math.random() * 5);
    inFlight -= 1;
  });
  assert.equal(most, 4);
});

test('a failure does not stop the others, even if work is not async', async () => {
  const outcomes = await mapLimit([1, 2, 3], 1, (item) => {
    if (item === 2) throw new Error('no data');
    return item;
  });
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal(outcomes[1].reason.message, 'no data');
});

test('accepts no items, and more workers than items', async () => {
  assert.deepEqual(await mapLimit([], 3, () => {}), []);
  const [outcome] = await mapLimit(['a'], 3, async (item) => item);
  assert.deepEqual(outcome, { status: 'fulfilled', value: 'a' });
});

for (const limit of [0, -1, 1.5, NaN, undefined]) {
  test(`rejects a limit of ${limit}`, async () => {
    await assert.rejects(
      mapLimit([1], limit, () => {}),
      { name: 'RangeError' },
    );
  });
}
