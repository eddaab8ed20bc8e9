import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { request, startSite, startTraffic } from '../demo/site.js';
import { judge } from '../src/judge.js';
import { counters, rollOut, setShare } from '../src/rollout.js';

const skip = spawnSync('haproxy', ['-v']).error && 'HAProxy is not installed';
let site, stopTraffic;
afterEach(async () => {
  await stopTraffic?.();
  await site?.stop();
  site = stopTraffic = undefined;
});
const quick = { steps: [25, 50, 100], log: () => {}, pause: 500 };

async function usersOnNew() {
  const found = new Set();
  for (let user = 0; user < 1000; user++)
    if ((await request(user)).version === 'new') found.add(user);
  return found;
}

test('the judge waits, goes on and rolls back', () => {
  const old = { requests: 10_000, errors: 20 };
  assert.equal(judge(old, { requests: 299, errors: 19 }), 'wait');
  assert.equal(judge(old, { requests: 30, errors: 30 }), 'roll back');
  assert.equal(judge(old, { requests: 300, errors: 4 }), 'go on');
  assert.equal(judge(old, { requests: 1000, errors: 2 }), 'go on');
  assert.equal(judge(old, { requests: 1000, errors: 20 }), 'roll back');
  const bothBad = { requests: 10_000, errors: 500 };
  assert.equal(judge(bothBad, { requests: 1000, errors: 52 }), 'go on');
  const none = { requests: 5000, errors: 0 };
  assert.equal(judge(none, { requests: 500, errors: 0 }), 'go on');
});

test('a user stays, and a larger share only adds users', { skip }, async () => {
  site = await startSite();
  await setShare(5);
  const five = await usersOnNew();
  assert.ok(five.size > 20 && five.size < 90, `${five.size}`);
  assert.deepEqual(await usersOnNew(), five);
  await setShare(25);
  const more = await usersOnNew();
  assert.ok(more.size > 180 && more.size < 320, `${more.size}`);
  assert.ok([...five].every((user) => more.has(user)));
  assert.equal((await request(undefined)).version, 'old');
});

test('a good version reaches everyone, for good', { skip }, async () => {
  site = await startSite({ failures: 0 });
  stopTraffic = startTraffic();
  assert.equal(await rollOut(quick), true);
  assert.equal((await usersOnNew()).size, 1000);
  assert.equal((await request(undefined)).version, 'new');
  await site.restartHaproxy();
  assert.equal((await request(7)).version, 'new');
});

test('a bad version is taken back', { skip }, async () => {
  site = await startSite({ bug: 'yes' });
  stopTraffic = startTraffic();
  assert.equal(await rollOut(quick), false);
  assert.equal((await usersOnNew()).size, 0);
});

test('a version that never responds is taken back', { skip }, async () => {
  site = await startSite({ bug: 'hang' });
  stopTraffic = startTraffic();
  assert.equal(await rollOut({ ...quick, patience: 6000 }), false);
  assert.equal((await counters()).new.requests, 0);
});

test('a dead version gets no users after two seconds', { skip }, async () => {
  site = await startSite({ failures: 0 });
  await setShare(50);
  site.new.kill('SIGKILL');
  await sleep(2000);
  for (let user = 0; user < 100; user++)
    assert.deepEqual((await request(user)).version, 'old');
});

test('an interrupted rollout goes back', { skip }, async () => {
  site = await startSite();
  const began = performance.now();
  const rollout = rollOut({ ...quick, signal: AbortSignal.timeout(2000) });
  assert.equal(await rollout, false);
  assert.ok(performance.now() - began < 5000); // and doesn't use up its patience
  assert.equal((await usersOnNew()).size, 0);
});

test('Ctrl+C in the terminal takes it back', { skip }, async () => {
  const demo = spawn(process.execPath, ['demo/canary.js'], {
    detached: true, // a process group of its own, like a command in a terminal
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = text(demo.stdout);
  await sleep(3000);
  process.kill(-demo.pid, 'SIGINT');
  assert.match(await printed, /everyone is on the old version/);
  assert.equal(readFileSync('share.map', 'utf8'), 'share 0\n');
});

test('no traffic means no rollout', { skip }, async () => {
  site = await startSite();
  assert.equal(await rollOut({ ...quick, patience: 1000 }), false);
  assert.equal((await counters()).new.requests, 0);
});

test('a frozen HAProxy is reported, not waited for', { skip }, async () => {
  site = await startSite();
  stopTraffic = startTraffic({ perSecond: 50 });
  const rollout = rollOut(quick);
  rollout.catch(() => {});
  await sleep(1000);
  site.haproxy.kill('SIGSTOP');
  const began = performance.now();
  await assert.rejects(rollout, /does not answer/);
  assert.ok(performance.now() - began < 6000);
  site.haproxy.kill('SIGCONT');
});
