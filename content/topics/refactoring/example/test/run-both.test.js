import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBoth } from '../src/run-both.js';

function fail() {
  throw new Error('broken');
}

/** Calls both once with one argument, and lets the comparison finish. */
async function callBoth(old, candidate, arg, share = 1) {
  const reports = [];
  const report = (difference) => reports.push(difference);
  const result = await runBoth(old, candidate, { share, report })(arg);
  await sleep(20);
  return { result, reports };
}

test('equal results are not reported', async () => {
  const both = await callBoth(
    async (m) => m * 2,
    (m) => m + m,
    7,
  );
  assert.deepEqual(both, { result: 14, reports: [] });
});

test('equal objects are not reported', async () => {
  const total = (cents) => ({ cents });
  const both = await callBoth(total, async (m) => total(m), 7);
  assert.deepEqual(both, { result: { cents: 7 }, reports: [] });
});

test('a difference is reported, and the old result returned', async () => {
  const both = await callBoth(
    (m) => m * 2,
    (m) => m * 3,
    7,
  );
  assert.deepEqual(both, {
    result: 14,
    reports: [{ args: [7], was: 14, is: 21 }],
  });
});

test('an error of the new one does not reach the caller', async () => {
  const error = new Error('no table');
  const fails = () => {
    throw error;
  };
  const both = await callBoth((m) => m, fails, 7);
  assert.deepEqual(both, {
    result: 7,
    reports: [{ args: [7], was: 7, error }],
  });
});

test('the caller does not wait for the new one', async () => {
  const start = performance.now();
  const slow = () => sleep(1_000, undefined, { ref: false });
  await runBoth((m) => m, slow, { report() {} })(7);
  assert.ok(performance.now() - start < 500);
});

test('the new one gets the arguments as they were', async () => {
  const changes = (stay) => (stay.minutes += 1);
  const both = await callBoth(changes, (stay) => stay.minutes + 1, {
    minutes: 7,
  });
  assert.deepEqual(both, { result: 8, reports: [] });
});

test('an argument that cannot be copied is passed on, and reported', async () => {
  const both = await callBoth(
    (callback) => callback(),
    fail,
    () => 7,
  );
  assert.equal(both.result, 7);
  assert.deepEqual(
    both.reports.map(({ error }) => error.name),
    ['DataCloneError'],
  );
});

test('a report that throws changes nothing', async () => {
  for (const report of [fail, async () => fail()]) {
    const both = runBoth(
      (m) => m,
      () => 'other',
      { report },
    );
    assert.equal(await both(7), 7);
    await sleep(20);
  }
});

test('the caller does not wait for a new one that computes', async () => {
  const start = performance.now();
  const busy = () => {
    while (performance.now() < start + 300);
  };
  await runBoth((m) => m, busy, { report() {} })(7);
  assert.ok(performance.now() - start < 200);
});

test('the caller may change the result', async () => {
  const reports = [];
  const total = async () => ({ cents: 7 });
  const both = runBoth(total, total, {
    report: (found) => reports.push(found),
  });
  const result = await both();
  result.cents = 8;
  await sleep(20);
  assert.deepEqual(reports, []);
});

test('an error of the old one reaches the caller', async () => {
  const fails = async () => {
    throw new Error('old');
  };
  await assert.rejects(
    callBoth(fails, () => 1, 7),
    /old/,
  );
});

test('with a share of 0 the new one is not called', async () => {
  const { reports } = await callBoth(
    (m) => m,
    () => 'other',
    7,
    0,
  );
  assert.deepEqual(reports, []);
});
