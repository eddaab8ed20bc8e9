import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fixed from '../src/client.js';
import * as naive from '../src/naive-client.js';
import { open, startApi } from './helpers.js';

const reading = (station) => JSON.stringify({ station, cm: 41 });
const json = 'application/json';

test('naive length: one umlaut costs two readings', async (t) => {
  const { store, port } = await startApi(t);
  const { connection } = await open(t, port);
  const send = (station) =>
    connection.send(naive.post('/readings', json, reading(station)));

  assert.equal((await send('Kehl')).status, 201);
  assert.equal((await send('Wörth')).status, 400);
  await assert.rejects(send('Kehl'), /connection closed/);
  assert.equal(store.readings.length, 1);
});

test('fixed length: all readings arrive', async (t) => {
  const { store, port } = await startApi(t);
  const { connection } = await open(t, port);
  for (const station of ['Kehl', 'Wörth', '🌊', 'Kehl']) {
    const request = fixed.post('/readings', json, reading(station));
    assert.equal((await connection.send(request)).status, 201);
  }
  assert.deepEqual(
    store.readings.map((r) => r.station),
    ['Kehl', 'Wörth', '🌊', 'Kehl'],
  );
});

// #region smuggle
const hidden = 'DELETE /readings HTTP/1.1\r\nHost: localhost\r\n\r\n';
const note = 'ö'.repeat(hidden.length) + hidden;

test('naive length: the end of a note runs as a request', async (t) => {
  const { store, port } = await startApi(t);
  const { connection } = await open(t, port);
  store.readings.push({ station: 'Kehl', cm: 41 });

  await connection.send(naive.post('/notes', 'text/plain', note));
  const { status } = await connection.send('');
  assert.equal(status, 204); // the response to the hidden DELETE
  assert.deepEqual(store.readings, []);
});

test('fixed length: the note stays a note', async (t) => {
  const { store, port } = await startApi(t);
  const { connection } = await open(t, port);
  store.readings.push({ station: 'Kehl', cm: 41 });

  await connection.send(fixed.post('/notes', 'text/plain', note));
  await sleep(100);
  assert.deepEqual(store.notes, [note]);
  assert.equal(store.readings.length, 1);
});
// #endregion smuggle

test('a length that is too large swallows the next request', async (t) => {
  const { store, port } = await startApi(t);
  const { socket, connection } = await open(t, port);
  const request = fixed.post('/notes', 'text/plain', 'abc');
  socket.write(request.replace('Content-Length: 3', 'Content-Length: 13'));
  await sleep(100);
  assert.deepEqual(store.notes, []); // the server waits for 10 more bytes

  const response = await connection.send(fixed.get('/gauges/12'));
  assert.deepEqual(store.notes, ['abcGET /gauge']);
  assert.notEqual(response.status, 200);
});

test('a message with two lengths is refused', async (t) => {
  const { port } = await startApi(t);
  const { connection } = await open(t, port);
  const request =
    'POST /notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n' +
    'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
  assert.equal((await connection.send(request)).status, 400);
});

test('a path that is not a URL is a bad request', async (t) => {
  const { port } = await startApi(t);
  const { connection } = await open(t, port);
  assert.equal((await connection.send(fixed.get('//'))).status, 400);
});

test('a line break cannot add a header', () => {
  const type = 'text/plain\r\nX-Admin: yes';
  assert.throws(() => fixed.post('/notes', type, ''), TypeError);
});
