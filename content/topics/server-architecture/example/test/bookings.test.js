import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createBookings } from '../src/bookings.js';
import { memoryStore } from '../src/memory-store.js';

// #region core
test('a slot has as many places as lanes', async () => {
  const bookings = createBookings(memoryStore(), { lanes: 2 });
  assert.equal(await bookings.book('08:00', 'ida'), 'booked');
  assert.equal(await bookings.book('08:00', 'noor'), 'booked');
  assert.equal(await bookings.book('08:00', 'sam'), 'full');
  assert.equal(await bookings.book('09:00', 'sam'), 'booked');
  assert.equal(await bookings.book('8', 'bo'), 'invalid');
});
// #endregion core

async function instance(t, port, env) {
  const child = spawn(process.execPath, ['src/server.js'], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return async (name) => {
    const url = `http://localhost:${port}/bookings?slot=08:00&name=${name}`;
    return (await fetch(url, { method: 'POST' })).status;
  };
}

async function bookedByTwoInstances(t, env) {
  const port = 20_000 + (process.pid % 20_000);
  const first = await instance(t, port, env);
  const second = await instance(t, port + 1, env);
  const calls = [];
  for (let i = 0; i < 10; i += 1) calls.push(first(`a${i}`), second(`b${i}`));
  const statuses = await Promise.all(calls);
  return statuses.filter((status) => status === 201).length;
}

test('with a store in memory, each instance sells both lanes', async (t) => {
  assert.equal(await bookedByTwoInstances(t, { DATABASE: '' }), 4);
});

test('with a shared store, two instances sell two lanes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const env = { DATABASE: join(folder, 'pool.db') };
  assert.equal(await bookedByTwoInstances(t, env), 2);
});
