// Written for the first release. It stays as it is until release 3.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { line } from '../src/strict-app.js';
import { start } from './helpers.js';

test('the strict app shows a flight', async (t) => {
  const { read } = await start(t);
  assert.equal(line(await read()), 'KL123: go to B4');
});

test('a client changes the gate and sends back all it has read', async (t) => {
  const { read, change } = await start(t);
  const flight = await read();
  flight.gate = 'B5';
  assert.equal((await change(flight)).status, 200);
  assert.equal((await read()).gate, 'B5');
});
