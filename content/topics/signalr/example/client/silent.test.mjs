import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { WebSocketServer } from 'ws';

const end = '\u001e';

test('a screen asks again when a call gets no response', { timeout: 30_000 }, async (t) => {
  // A hub that pings and never responds to the first call.
  const http = createServer((request, response) => {
    const transport = { transport: 'WebSockets', transferFormats: ['Text'] };
    const negotiated = {
      connectionToken: 't',
      negotiateVersion: 1,
      availableTransports: [transport],
    };
    const body = request.url === '/login' ? { accessToken: 'a' } : negotiated;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  let calls = 0;
  new WebSocketServer({ server: http }).on('connection', (socket) => {
    const send = (message) => socket.send(JSON.stringify(message) + end);
    const pings = setInterval(() => send({ type: 6 }), 1000);
    socket.on('close', () => clearInterval(pings));
    socket.on('message', (data) => {
      for (const { protocol, type, invocationId } of String(data)
        .split(end)
        .filter(Boolean)
        .map(JSON.parse)) {
        if (protocol) send({});
        if (type !== 1 || ++calls === 1) continue;
        send({ type: 3, invocationId, result: { name: 'A', version: 4, lifts: {} } });
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
  assert.equal((await lines.next()).value, 'not watching: no response');
  assert.equal((await lines.next()).value, 'hall A, version 4: {}');
});
