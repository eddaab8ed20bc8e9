import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, test } from 'node:test';
import { request, startSite, startTraffic } from '../demo/site.js';
import { judge } from '../src/judge.js';
import { counters, rollOut, setShare } from '../src/rollout.js';

const skip = spawnSync('haproxy', ['-v']).error && 'HAProxy is not installed';
let stopSite;
afterEach(() => stopSite?.());
const quiet = { log: () => {}, pause: 500 };

async function usersOnNew() {
  const found = new Set();
  for (let user = 0; user < 1000; user++)
    if ((await request(user)).version === 'new') found.add(user);
  return found;
}

test('the judge waits, goes on and rolls back', () => {
  const old = { requests: 10_000, errors: 20 };
  assert.equal(judge(old, { requests: 299, errors: 299 }), 'wait');
  assert.equal(judge(old, { requests: 1000, errors: 2 }), 'go on');
  assert.equal(judge(old, { requests: 1000, errors: 20 }), 'roll back');
  const bothBad = { requests: 10_000, errors: 500 };
  assert.equal(judge(bothBad, { requests: 1000, errors: 52 }), 'go on');
  const none = { requests: 5000, errors: 0 };
  assert.equal(judge(none, { requests: 500, errors: 0 }), 'go on');
});

test('a user stays, and a larger share only adds users', { skip }, async () => {
  stopSite = await startSite();
  await setShare(5);
  const five = await usersOnNew();
  assert.ok(five.size > 20 && five.size < 90, `${five.size}`);
  assert.deepEqual(await usersOnNew(), five);
  await setShare(25);
  const more = await usersOnNew();
  assert.ok(more.size > 180 && more.size < 320, `${more.size}`);
  assert.ok([...five].every((user) => more.has(user)));
});

test('without a cookie, it is the old version', { skip }, async () => {
  stopSite = await startSite();
  await setShare(99);
  assert.equal((await request(undefined)).version, 'old');
});

test('a good version reaches everyone', { skip }, async () => {
  stopSite = await startSite();
  const stopTraffic = startTraffic({ perSecond: 300 });
  const isDone = await rollOut({ ...quiet, steps: [25, 50] });
  await stopTraffic();
  // A good version is stopped by chance in one of forty looks.
  if (isDone) assert.equal((await request(7)).version, 'new');
});

test('a bad version is taken back', { skip }, async () => {
  stopSite = await startSite({ bug: 'yes' });
  const stopTraffic = startTraffic({ perSecond: 300 });
  assert.equal(await rollOut({ ...quiet, steps: [25, 50] }), false);
  await stopTraffic();
  assert.equal((await usersOnNew()).size, 0);
});

test('no traffic means no rollout', { skip }, async () => {
  stopSite = await startSite();
  assert.equal(await rollOut({ ...quiet, patience: 1000 }), false);
  assert.equal((await counters()).new.requests, 0);
});
