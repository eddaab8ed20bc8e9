import assert from 'node:assert/strict';
import { once } from 'node:events';
import http2 from 'node:http2';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../src/client.js';
import { createHandler } from '../src/handler.js';
import { send } from '../src/naive-client.js';
import { parseResponse } from '../src/parse-response.js';
import { open, startApi, startRaw } from './helpers.js';

// 'ö' is two bytes, c3 b6; the second response cuts it in half.
const withLength = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nWörth\n',
);
const withChunks = Buffer.from(
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' +
    '2\r\nW\xc3\r\n5;note=half\r\n\xb6rth\n\r\n0\r\nX-Trailer: 1\r\n\r\n',
  'latin1',
);

test('naive receiver: the first packet is taken for the response', async (t) => {
  const { port } = await startApi(t);
  const { socket } = await open(t, port);
  assert.doesNotMatch(await send(socket, get('/report')), /rising/);
});

test('fixed receiver: two responses on one connection', async (t) => {
  const { port } = await startApi(t);
  const { connection } = await open(t, port);
  const report = await connection.send(get('/report'));
  const gauge = await connection.send(get('/gauges/12'));
  assert.equal(report.body, 'Wörth: 41 cm and rising\n');
  assert.equal(gauge.body, '{"station":"Wörth","cm":41}\n');
});

// #region every-cut
test('a response is complete with its last byte, not before', () => {
  for (const response of [withLength, withChunks]) {
    for (let cut = 0; cut < response.length; cut += 1) {
      assert.equal(parseResponse(response.subarray(0, cut)), null);
    }
    assert.equal(parseResponse(response).body, 'Wörth\n');
  }
});
// #endregion every-cut

test('a response that arrives byte by byte', async (t) => {
  const port = await startRaw(t, async (socket) => {
    socket.setNoDelay(true);
    for (const byte of withChunks) {
      socket.write(Buffer.from([byte]));
      await sleep(1);
    }
  });
  const { connection } = await open(t, port);
  assert.equal((await connection.send(get('/'))).body, 'Wörth\n');
});

test('what follows a response belongs to the next one', () => {
  const both = Buffer.concat([withLength, withChunks]);
  const { rest } = parseResponse(both);
  assert.deepEqual(rest, withChunks);
});

test('responses without a body', async (t) => {
  const { port } = await startApi(t);
  const { connection } = await open(t, port);
  const head = await connection.send(get('/gauges/12').replace('GET', 'HEAD'), {
    hasBody: false,
  });
  assert.equal(head.status, 200);
  assert.equal(head.body, '');
  const gone = await connection.send(get('/readings').replace('GET', 'DELETE'));
  assert.equal(gone.status, 204);
  assert.equal((await connection.send(get('/gauges/12'))).status, 200);
});

test('a 304 has no body, whatever its length says', () => {
  const bytes = 'HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n';
  const { body, rest } = parseResponse(Buffer.from(bytes));
  assert.deepEqual([body, rest.length], ['', 0]);
});

test('100 Continue comes before the real response', async (t) => {
  const port = await startRaw(t, (socket) =>
    socket.write(`HTTP/1.1 100 Continue\r\n\r\n${withLength}`),
  );
  const { connection } = await open(t, port);
  assert.equal((await connection.send(get('/'))).status, 200);
});

for (const head of ['Content-Length: 30', 'Transfer-Encoding: chunked']) {
  test(`a connection that breaks is an error with ${head}`, async (t) => {
    const port = await startRaw(t, (socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n3\r\nabc\r\n`),
    );
    const { connection } = await open(t, port);
    await assert.rejects(connection.send(get('/')), /connection closed/);
    const body = fetch(`http://localhost:${port}/`).then((res) => res.text());
    await assert.rejects(body, (e) => e.cause.code === 'UND_ERR_SOCKET');
  });
}

test('without a length, a broken connection looks like the end', async (t) => {
  const port = await startRaw(t, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\n\r\nabc'),
  );
  const { connection } = await open(t, port);
  assert.equal((await connection.send(get('/'))).body, 'abc');
  const res = await fetch(`http://localhost:${port}/`);
  assert.equal(await res.text(), 'abc');
});

test('ambiguous or broken lengths are refused', () => {
  const headers = [
    'Content-Length: 3\r\nTransfer-Encoding: chunked',
    'Content-Length: 3\r\nContent-Length: 4',
    'Content-Length: +3',
    'Content-Length: ',
    'Content-Length : 3',
    'Transfer-Encoding: gzip',
    'Transfer-Encoding: ',
    ' Content-Length: 3',
  ];
  for (const header of headers) {
    const bytes = Buffer.from(`HTTP/1.1 200 OK\r\n${header}\r\n\r\nabc`);
    assert.throws(() => parseResponse(bytes), `accepted: ${header}`);
  }
  const longer = 'Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n';
  const chunk = Buffer.from(`HTTP/1.1 200 OK\r\n${longer}`);
  assert.throws(() => parseResponse(chunk), /longer than its size/);
  const leftover = Buffer.from(
    '1}HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
  );
  assert.throws(() => parseResponse(leftover), /no status line/);
});

test('HTTP/2 carries the same method, status and body', async (t) => {
  const server = http2.createServer(createHandler()).listen(0);
  await once(server, 'listening');
  const session = http2.connect(`http://localhost:${server.address().port}`);
  t.after(() => {
    session.close();
    server.close();
  });
  const stream = session.request({ ':path': '/report' });
  const [headers] = await once(stream, 'response');
  assert.equal(headers[':status'], 200);
  assert.equal(headers['transfer-encoding'], undefined);
  assert.equal(await text(stream), 'Wörth: 41 cm and rising\n');
});
