import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendAtRate } from '../load/generator.js';

test('measures what a visit takes', async () => {
  const visit = () => sleep(400);
  const { p50, p99, failed } = await sendAtRate({
    rate: 20,
    seconds: 1,
    visit,
  });
  assert.ok(p50 >= 399 && p50 < 600, `p50: ${p50}`);
  assert.ok(p99 >= 399, `p99: ${p99}`);
  assert.equal(failed, 0);
});

test('goes on sending while nothing comes back', async () => {
  const { promise, resolve } = Promise.withResolvers();
  let started = 0;
  setTimeout(resolve, 1500);
  const visit = () => {
    started += 1;
    return promise;
  };
  const running = sendAtRate({ rate: 100, seconds: 1, visit });
  await sleep(1300);
  assert.equal(started, 100);
  assert.ok((await running).p50 > 900);
});

test('measures from the due time when it is late itself', async () => {
  setTimeout(() => {
    const end = performance.now() + 500;
    while (performance.now() < end); // keeps the generator from sending
  }, 300);
  const visit = async () => {};
  const result = await sendAtRate({ rate: 20, seconds: 2, visit });
  assert.ok(result.late >= 400, `late: ${result.late}`);
  assert.ok(result.p99 >= 400, `p99: ${result.p99}`);
  assert.ok(result.p50 < 200, `p50: ${result.p50}`);
  assert.ok(result.served > 10 && result.served < 30);
});

test('counts failures and measures them, too', async () => {
  const visit = async () => {
    await sleep(50);
    throw new Error('503');
  };
  const result = await sendAtRate({ rate: 20, seconds: 1, visit });
  assert.equal(result.failed, 20);
  assert.equal(result.served, 0);
  assert.ok(result.p50 >= 49);
});

test('refuses a load that would keep every limit, because it is empty', async () => {
  const visit = async () => {};
  for (const [rate, seconds] of [
    [NaN, 20],
    [100, 0],
  ]) {
    await assert.rejects(sendAtRate({ rate, seconds, visit }), RangeError);
  }
});
