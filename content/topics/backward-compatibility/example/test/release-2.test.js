import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { start } from './helpers.js';

test('each name works alone, and both show the result', async (t) => {
  const { read, change } = await start(t);
  await change({ departureGate: 'B5' });
  let { gate, departureGate } = await read();
  assert.deepEqual([gate, departureGate], ['B5', 'B5']);
  await change({ gate: 'B6' });
  ({ gate, departureGate } = await read());
  assert.deepEqual([gate, departureGate], ['B6', 'B6']);
});

test('an old client moves a flight that a new one has just moved', async (t) => {
  for (const gate of ['B5', 'B6']) {
    const { read, change } = await start(t);
    const flight = await read();
    await change({ departureGate: 'B6' });
    const { status } = await change({ ...flight, gate }); // departureGate: 'B4'
    assert.equal(status, 200);
    assert.equal((await read()).departureGate, gate);
  }
});

test('a gate is a string', async (t) => {
  const { read, change } = await start(t);
  const refused = [{ gate: null }, { gate: 5 }, { departureGate: null }];
  for (const body of refused) assert.equal((await change(body)).status, 422);
  assert.equal((await change({})).status, 200);
  assert.equal((await read()).gate, 'B4');
});

test('a body that is not JSON is refused, not ignored', async (t) => {
  const { change } = await start(t);
  assert.equal((await change({ gate: 'B5' }, 'text/plain')).status, 415);
  assert.equal((await change({ gate: 'B5' }, 'application/json')).status, 200);
});

test('a field that this release does not know is ignored', async (t) => {
  const { read, change } = await start(t);
  const flight = { ...(await read()), gate: 'B5', terminal: 2 };
  assert.equal((await change(flight)).status, 200);
  assert.equal((await read()).gate, 'B5');
});

test('the server counts who still calls', async (t) => {
  const { read, clients } = await start(t);
  await read({ 'User-Agent': 'kiosk/1.4' });
  assert.deepEqual(clients, ['kiosk/1.4']);
});

const oasdiff = (...args) => spawnSync('oasdiff', args, { encoding: 'utf8' });
const skip = oasdiff('--version').error && 'oasdiff is not installed';

// #region compare
test(
  'the comparison accepts release 2 only, and only with a date',
  { skip },
  () => {
    const compare = (before, after) =>
      oasdiff(
        'breaking',
        '--fail-on=WARN',
        '--deprecation-days-stable=90',
        `openapi/${before}.yaml`,
        `openapi/${after}.yaml`,
      ).status;
    assert.equal(compare('1-gate', '2-both'), 0);
    assert.equal(compare('1-gate', '2-without-date'), 1);
    assert.equal(compare('2-both', '3-departure-gate'), 1); // before the date
    assert.equal(compare('1-gate', '3-departure-gate'), 1);
    assert.equal(compare('1-gate', 'diverted'), 1);
  },
);
// #endregion compare
