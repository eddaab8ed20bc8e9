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

test('two different new gates are refused, and so is none', async (t) => {
  const { read, change } = await start(t);
  const refused = [
    { gate: 'B5', departureGate: 'B6' },
    { gate: null },
    { departureGate: 5 },
    { gate: 'B5', departureGate: null },
  ];
  for (const body of refused) assert.equal((await change(body)).status, 422);
  assert.equal((await read()).gate, 'B4');
  assert.equal((await change({ gate: 'B7', departureGate: 'B7' })).status, 200);
  assert.equal((await change({})).body.gate, 'B7');
});

test('the server counts who still calls', async (t) => {
  const { read, clients } = await start(t);
  await read({ 'User-Agent': 'kiosk/1.4' });
  assert.deepEqual(clients, ['kiosk/1.4']);
});

const oasdiff = (...args) => spawnSync('oasdiff', args, { encoding: 'utf8' });
const skip = oasdiff('--version').error && 'oasdiff is not installed';

test('the comparison accepts release 2 only', { skip }, () => {
  const compare = (before, after) =>
    oasdiff(
      'breaking',
      '--fail-on=WARN',
      '--deprecation-days-stable=90',
      `openapi/${before}.yaml`,
      `openapi/${after}.yaml`,
    ).status;
  assert.equal(compare('1-gate', '2-both'), 0);
  assert.equal(compare('2-both', '3-departure-gate'), 1); // before the sunset
  assert.equal(compare('1-gate', '3-departure-gate'), 1);
  assert.equal(compare('1-gate', 'diverted'), 1);
});
