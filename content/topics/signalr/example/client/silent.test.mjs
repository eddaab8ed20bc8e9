import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';

const end = '\u001e';
const hall = (version) => ({ name: 'A', version, lifts: {} });
const changed = (version) => ({ type: 1, target: 'HallChanged', arguments: [hall(version)] });

/** A hub that pings and has one fault, such as no response to the first handshake or call. */
async function startHub(t, fault) {
  let requests = 0;
  const http = createServer((request, response) => {
    if (request.url.includes(fault) && ++requests === 1) return;
    const transport = { transport: 'WebSockets', transferFormats: ['Text'] };
    const negotiated = {
      connectionToken: 't',
      negotiateVersion: 1,
      availableTransports: [transport],
    };
    const body = request.url === '/login' ? { accessToken: 'a' } : negotiated;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  const sockets = new WebSocketServer({ noServer: true });
  let upgrades = 0;
  http.on('upgrade', (request, socket, head) => {
    if (fault === 'handshake' && ++upgrades === 1) return;
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client));
  });
  let connections = 0;
  sockets.on('connection', (socket) => {
    // As in .NET, a call that hangs holds up all later calls of its connection.
    const isFirst = ++connections === 1;
    const hangs = fault === 'call' && isFirst;
    const send = (message) => socket.send(JSON.stringify(message) + end);
    const pings = setInterval(() => send({ type: 6 }), 1000);
    socket.on('close', () => clearInterval(pings));
    socket.on('message', (data) => {
      for (const { protocol, type, invocationId } of String(data)
        .split(end)
        .filter(Boolean)
        .map(JSON.parse)) {
        if (protocol) send({});
        if (type !== 1 || hangs) continue;
        if (fault === 'late') send(changed(5));
        if (fault === 'refused') send({ type: 3, invocationId, error: 'no' });
        else send({ type: 3, invocationId, result: hall(isFirst ? 4 : 2) });
        if (fault === 'restart' && isFirst) setTimeout(() => socket.terminate(), 100);
        if (fault === 'late') setTimeout(() => send(changed(6)), 100);
      }
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(() => {
    http.close();
    http.closeAllConnections();
  });

  const screen = spawn(
    process.execPath,
    ['screen.mjs', `http://127.0.0.1:${http.address().port}`],
    {
      cwd: import.meta.dirname,
    },
  );
  t.after(() => screen.kill());
  const lines = createInterface(screen.stdout)[Symbol.asyncIterator]();
  return async () => (await lines.next()).value;
}

test('a screen connects again when a call gets no response', { timeout: 30_000 }, async (t) => {
  const next = await startHub(t, 'call');
  assert.equal(await next(), 'not watching: no response');
  assert.equal(await next(), 'hall A, version 2: {}');
});

for (const fault of ['login', 'negotiate', 'handshake']) {
  test(`a screen tries again when ${fault} gets no response`, { timeout: 30_000 }, async (t) => {
    const next = await startHub(t, fault);
    assert.match(await next(), /^not connected: /);
    assert.equal(await next(), 'hall A, version 4: {}');
  });
}

test('a screen shows what a restarted server has', { timeout: 30_000 }, async (t) => {
  const next = await startHub(t, 'restart');
  assert.equal(await next(), 'hall A, version 4: {}');
  assert.equal(await next(), 'offline: the picture may be old');
  assert.equal(await next(), 'hall A, version 2: {}');
});

test('a screen that is refused waits before it tries again', { timeout: 30_000 }, async (t) => {
  const next = await startHub(t, 'refused');
  const over = pause(4000, '');
  let attempts = 0;
  while (await Promise.race([next(), over])) attempts++;
  assert.ok(attempts > 0 && attempts < 20, `${attempts} attempts`);
});

test('a screen ignores a state that is older than a change', { timeout: 30_000 }, async (t) => {
  const next = await startHub(t, 'late');
  assert.equal(await next(), 'hall A, version 5: {}');
  assert.equal(await next(), 'hall A, version 6: {}');
});
