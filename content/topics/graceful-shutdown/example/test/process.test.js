import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

async function startProcess(port) {
  const child = spawn('node', ['src/server.js'], {
    env: {
      ...process.env,
      PORT: port,
      DRAIN_DELAY: '0.1',
      SHUTDOWN_DEADLINE: '0.5',
    },
  });
  await once(child.stdout, 'data');
  return child;
}

test('SIGTERM ends the process with 0, also when it comes twice', async () => {
  const child = await startProcess(4211);
  let output = '';
  child.stdout.on('data', (more) => (output += more));
  child.kill('SIGTERM');
  await sleep(20);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'close'), [0, null]);
  assert.equal(output.match(/SIGTERM received/g).length, 1);
});

test('a request that hangs makes the exit code 1', async () => {
  const child = await startProcess(4212);
  const stuck = assert.rejects(fetch('http://127.0.0.1:4212/stuck'));
  await sleep(100);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [1, null]);
  await stuck;
});

test('a request whose headers are still arriving is served', async () => {
  const child = await startProcess(4214);
  const socket = connect(4214, '127.0.0.1');
  const response = text(socket);
  socket.write('GET /ticket HTTP/1.1\r\nHo');
  await sleep(100);
  child.kill('SIGTERM');
  await sleep(200); // the port is closed after 0.1 s
  socket.write('st: a\r\n\r\n');
  assert.match(await response, /^HTTP\/1\.1 200/);
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('a connection that never sent a request holds nothing up', async (t) => {
  const child = await startProcess(4213);
  const socket = connect(4213, '127.0.0.1').on('error', () => {});
  t.after(() => socket.destroy());
  await once(socket, 'connect');
  await sleep(100);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});
