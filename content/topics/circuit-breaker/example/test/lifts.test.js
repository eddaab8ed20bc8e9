import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLifts } from '../src/lifts.js';
import { startService } from './fake-service.js';

const settings = { timeoutMs: 100, pauseMs: 200, windowMs: 2_000, minCalls: 4 };
let service;
let lifts;

before(async () => (service = await startService()));
beforeEach(() => {
  lifts = createLifts({ ...settings, url: service.url });
  service.mood = 'well';
  service.asked = 0;
});
afterEach(() => lifts.breaker.shutdown());
after(() => service.stop());

async function times(count, slope = 1) {
  const answers = [];
  for (let n = 0; n < count; n++) answers.push(await lifts.status(slope));
  return answers;
}

async function openIt(mood = 'broken') {
  service.mood = mood;
  await times(4);
  assert.equal(lifts.breaker.opened, true);
  service.asked = 0;
}

// #region open
test('after four failures, the service is left alone', async () => {
  await openIt();
  const answers = await times(100);
  assert.equal(service.asked, 0);
  assert.deepEqual(answers[0], { text: 'unknown' });
});

test('one caller asks again, and the others wait for its result', async () => {
  await openIt();
  service.mood = 'well';
  await sleep(250);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => lifts.status(1)),
  );
  assert.equal(service.asked, 1);
  assert.equal(answers.filter(({ text }) => text === 'running').length, 1);
  assert.equal((await lifts.status(1)).text, 'running');
});

test('a probe that fails opens it again for a whole pause', async () => {
  await openIt('hangs');
  await sleep(250);
  await times(10); // one of them is the probe, which takes 100 ms
  assert.equal(service.asked, 1);
  await sleep(100);
  await times(10);
  assert.equal(service.asked, 1);
});
// #endregion open

// #region counts
test('a hundred slopes that do not exist leave it closed', async () => {
  const answers = await times(100, 99);
  assert.deepEqual(answers[0], { text: 'no such slope', ageMs: 0 });
  assert.equal(lifts.breaker.closed, true);
  assert.equal(service.asked, 100);
});

test('three failures are too few to judge', async () => {
  service.mood = 'broken';
  await times(3);
  assert.equal(lifts.breaker.closed, true);
});

test('half of the calls may fail, but not more', async () => {
  await times(4);
  service.mood = 'broken';
  await times(4);
  assert.equal(lifts.breaker.closed, true);
  await times(1);
  assert.equal(lifts.breaker.opened, true);
});
// #endregion counts

test('a response without a status is a failure, too', async () => {
  await openIt('odd');
  assert.deepEqual(await lifts.status(1), { text: 'unknown' });
});

test('a service that limits the calls is left alone, too', async () => {
  await openIt('limits');
  assert.deepEqual(await lifts.status(1), { text: 'unknown' });
  assert.equal(service.asked, 0);
});

test('an expired key leaves it closed, and does not make the slopes vanish', async () => {
  await times(1);
  service.mood = 'forbids';
  const answers = await times(20);
  assert.ok(answers.every(({ text }) => text === 'running'));
  assert.equal(lifts.breaker.closed, true);
});

test('the last known status comes with its age', async () => {
  await times(1);
  await openIt();
  await sleep(50);
  const { text, ageMs } = await lifts.status(1);
  assert.equal(text, 'running');
  assert.ok(ageMs >= 50 && ageMs < 1_000);
  assert.deepEqual(await lifts.status(2), { text: 'unknown' });
});

test('a status that is too old is not shown', async () => {
  lifts = createLifts({ ...settings, url: service.url, maxAgeMs: 20 });
  await times(1);
  await openIt();
  await sleep(30);
  assert.deepEqual(await lifts.status(1), { text: 'unknown' });
});

test('what is not a slope reaches neither the service nor the breaker', async () => {
  for (const slope of ['../admin', '..', '', '\ud800', {}]) {
    const [answer] = await times(4, slope);
    assert.deepEqual(answer, { text: 'no such slope', ageMs: 0 });
  }
  await times(4, '\ud800');
  assert.equal(service.asked, 0);
  assert.equal(lifts.breaker.closed, true);
});

test('the failures of an outage still count after it, within the window', async () => {
  await openIt();
  await sleep(250);
  service.mood = 'well';
  await times(1);
  assert.equal(lifts.breaker.closed, true);
  service.mood = 'broken';
  await times(1);
  assert.equal(lifts.breaker.opened, true);
});

test('with a window shorter than the pause, one failure does not reopen it', async () => {
  lifts.breaker.shutdown();
  lifts = createLifts({ ...settings, windowMs: 100, url: service.url });
  await openIt();
  await sleep(350);
  service.mood = 'well';
  await times(1);
  service.mood = 'broken';
  await times(1);
  assert.equal(lifts.breaker.closed, true);
});

test('a call that hangs is ended, and its connection is closed', async () => {
  service.mood = 'hangs';
  await times(1);
  await sleep(50);
  assert.equal(service.open, 0);
});

test('an error whose body never ends does not hold its connection', async () => {
  service.mood = 'drips';
  await times(1);
  await sleep(50); // less than the timeout
  assert.equal(service.open, 0);
});

test('two services have two breakers', async (t) => {
  const other = await startService();
  const otherLifts = createLifts({ url: other.url });
  t.after(() => {
    otherLifts.breaker.shutdown();
    other.stop();
  });
  await openIt();
  assert.equal((await otherLifts.status(1)).text, 'running');
});
