import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '../src/app.js';
import { createStore } from '../src/store.js';

// #region close
test('a running request is answered before the store closes', async () => {
  const store = createStore();
  const events = [];
  store.find = async () => {
    await sleep(200);
    events.push('found');
    return { id: 1, name: 'Ines', beds: 2 };
  };
  store.close = async () => events.push('store closed');
  const app = buildApp({ store, adminKey: 'marigold-marigold' });
  const url = await app.listen({ port: 0 });

  const response = fetch(`${url}/members/1`);
  await sleep(100);
  const start = performance.now();
  await app.close();
  assert.ok(performance.now() - start < 2_000);
  assert.equal((await response).status, 200);
  assert.deepEqual(events, ['found', 'store closed']);
});
// #endregion close

test('connections that never send a request are cut off', async () => {
  const store = createStore();
  let isClosed = false;
  store.close = async () => {
    isClosed = true;
  };
  const options = { store, adminKey: 'marigold-marigold', drainLimit: 300 };
  const app = buildApp(options);
  const { port } = new URL(await app.listen({ port: 0 }));
  const sockets = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  for (const socket of sockets) socket.on('error', () => {});
  sockets[1].write('GET /members/1 HTTP/1.1\r\nHost: x');
  await sleep(100);
  const start = performance.now();
  await app.close();
  assert.ok(performance.now() - start < 2_000);
  assert.ok(isClosed);
});

async function startServer() {
  const child = spawn(process.execPath, ['src/server.js'], {
    env: { ...process.env, PORT: '0', ADMIN_KEY: 'marigold-marigold' },
  });
  let url;
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(JSON.parse(line).msg)?.[0];
    if (url) break;
  }
  child.stdout.resume();
  return { child, url };
}

test('a client that does not finish its request is cut off', async (t) => {
  const { child, url } = await startServer();
  t.after(() => child.kill('SIGKILL'));
  const head = 'Host: x\r\nContent-Type: application/json\r\n';
  const starts = ['', 'GET / HTTP/1.1\r\nHost: x'];
  starts.push(`POST /members HTTP/1.1\r\n${head}Content-Length: 50\r\n\r\n{`);
  const answers = starts.map(async (start) => {
    const socket = connect(new URL(url).port, '127.0.0.1');
    socket.write(start);
    let text = '';
    for await (const chunk of socket) text += chunk;
    return text.split('\r\n')[0];
  });
  const late = sleep(13_000, 'still open', { ref: false });
  const results = await Promise.all(
    answers.map((answer) => Promise.race([answer, late])),
  );
  assert.deepEqual(results, Array(3).fill('HTTP/1.1 408 Request Timeout'));
});

test('after SIGTERM, the server finishes a request and ends', async () => {
  const { child, url } = await startServer();
  const ended = once(child, 'exit');
  assert.equal((await fetch(`${url}/members/1`)).status, 404); // stays open

  const headers = { 'content-type': 'application/json' };
  const req = request(`${url}/members`, { method: 'POST', headers });
  req.write('{ "name":');
  await sleep(200);
  child.kill('SIGTERM');
  await sleep(200);
  req.end('"Ines" }');
  const [res] = await once(req, 'response');
  res.resume();
  assert.equal(res.statusCode, 201);
  assert.deepEqual(await ended, [0, null]);
});

test('the server does not start without a key', async () => {
  const { ADMIN_KEY, ...env } = process.env;
  const child = spawn(process.execPath, ['src/server.js'], { env });
  assert.deepEqual(await once(child, 'exit'), [1, null]);
});
