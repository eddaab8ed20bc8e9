import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBalancer } from '../demo/balancer.js';

async function listen(t, server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return server.address().port;
}

async function putBehindBalancer(t, handler) {
  const port = await listen(t, createServer(handler));
  const { server, ready } = createBalancer([port]);
  const url = `http://127.0.0.1:${await listen(t, server)}`;
  while (ready.size === 0) await sleep(20);
  return url;
}

test('a request and its response pass through unchanged', async (t) => {
  const seen = [];
  const url = await putBehindBalancer(t, async (req, res) => {
    if (req.url === '/readyz') return res.end();
    const { authorization, host } = req.headers;
    seen.push([req.method, req.url, authorization, host, await text(req)]);
    res.writeHead(201, { location: '/todos/1', connection: 'close' }).end('ok');
  });
  const response = await fetch(`${url}/todos?list=2`, {
    method: 'POST',
    headers: { authorization: 'Bearer token' },
    body: 'a todo',
  });
  const host = new URL(url).host;
  assert.deepEqual(seen, [
    ['POST', '/todos?list=2', 'Bearer token', host, 'a todo'],
  ]);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('location'), '/todos/1');
  assert.equal(response.headers.get('connection'), 'keep-alive');
  assert.equal(await response.text(), 'ok');
});

test('an instance that cuts the connection leads to a 502', async (t) => {
  const url = await putBehindBalancer(t, (req, res) => {
    if (req.url === '/readyz') return res.end();
    req.socket.destroy();
  });
  const body = 'a todo';
  const writing = await fetch(url, { method: 'POST', body });
  assert.deepEqual([(await fetch(url)).status, writing.status], [502, 502]);
});
