import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createApp } from '../src/app.js';
import { createBookings } from '../src/bookings.js';
import { memoryStore } from '../src/memory-store.js';
import { sqliteStore } from '../src/sqlite-store.js';

// #region core
test('a slot has as many places as lanes', async () => {
  const bookings = createBookings(memoryStore(), { lanes: 2 });
  assert.equal(await bookings.book('08:00', 'ida'), 'booked');
  assert.equal(await bookings.book('08:00', 'noor'), 'booked');
  assert.equal(await bookings.book('08:00', 'sam'), 'full');
  assert.equal(await bookings.book('09:00', 'sam'), 'booked');
  assert.equal(await bookings.book('8', 'bo'), 'invalid');
  assert.equal(await bookings.book('24:00', 'bo'), 'invalid');
  assert.equal(await bookings.book('09:00', ''), 'invalid');
});
// #endregion core

test('the transport turns each outcome into a status code', async (t) => {
  t.mock.method(console, 'error', () => {});
  const book = async (slot, name) => {
    if (name === 'boom') throw new Error('disk full');
    return name;
  };
  const server = createApp({ book }).listen(0);
  t.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address();
  const statusOf = async (path, method = 'POST') => {
    // Unlike fetch, this sends the path as it is.
    const req = request({ port, path, method }).end();
    const [res] = await once(req, 'response');
    res.resume();
    return res.statusCode;
  };
  for (const [name, status] of [
    ['booked', 201],
    ['full', 409],
    ['invalid', 400],
    ['boom', 500],
  ]) {
    assert.equal(await statusOf(`/bookings?slot=08:00&name=${name}`), status);
  }
  assert.equal(await statusOf('/bookings', 'GET'), 404);
  assert.equal(await statusOf('//'), 404); // and the server is still there
  assert.equal(await statusOf('/elsewhere'), 404);
});

async function instance(t, env) {
  const child = spawn(process.execPath, ['src/server.js'], {
    env: { ...process.env, ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const port = /port (\d+)/.exec(line)[1];
  return async (name) => {
    const url = `http://localhost:${port}/bookings?slot=08:00&name=${name}`;
    return (await fetch(url, { method: 'POST' })).status;
  };
}

async function bookedByTwoInstances(t, env) {
  const first = await instance(t, env);
  const second = await instance(t, env);
  const calls = [];
  for (let i = 0; i < 10; i += 1) calls.push(first(`a${i}`), second(`b${i}`));
  const statuses = await Promise.all(calls);
  return statuses.filter((status) => status === 201).length;
}

test('with a store in memory, each instance sells both lanes', async (t) => {
  assert.equal(await bookedByTwoInstances(t, { DATABASE: '' }), 4);
});

function newFile(t) {
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'pool.db');
}

test('with a shared store, two instances sell two lanes', async (t) => {
  const env = { DATABASE: newFile(t) };
  assert.equal(await bookedByTwoInstances(t, env), 2);
});

test('a booking waits for another that is being written', async (t) => {
  const file = newFile(t);
  const store = sqliteStore(file);
  t.after(() => store.close());
  assert.equal(await store.add('08:00', 'ida', 2), true);
  const other = new Worker(
    `const { DatabaseSync } = require('node:sqlite');
     const { parentPort, workerData } = require('node:worker_threads');
     const db = new DatabaseSync(workerData);
     db.exec("BEGIN IMMEDIATE; INSERT INTO bookings VALUES ('08:00', 'noor')");
     parentPort.postMessage('written, but not committed');
     setTimeout(() => db.exec('COMMIT'), 300);`,
    { eval: true, workerData: file },
  );
  await once(other, 'message');
  assert.equal(await store.add('08:00', 'sam', 2), false);
});
