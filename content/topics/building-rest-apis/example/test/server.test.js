import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createToken } from '../src/tokens.js';

const script = join(import.meta.dirname, '../src/server.js');

test('without DATABASE_URL, the server refuses to start', async () => {
  const server = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH },
  });
  const [message, [code]] = await Promise.all([
    text(server.stderr),
    once(server, 'exit'),
  ]);
  assert.match(message, /DATABASE_URL is missing/);
  assert.equal(code, 1);
});

test('SIGTERM lets a running request finish', async () => {
  const database = await startDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  const token = await createToken(pool, 'ana');
  await pool.end();

  const server = spawn(process.execPath, [script], {
    env: { ...process.env, DATABASE_URL: database.url, PORT: '0' },
  });
  const [started] = await once(server.stdout, 'data');
  const socket = connect(Number(/\d+/.exec(String(started))[0]), 'localhost');
  const body = '{"hive": "north-2", "day": "2026-05-04", "mites": 3}';
  socket.write(
    `POST /inspections HTTP/1.1\r\nHost: localhost\r\n` +
      `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
  );
  await sleep(500);
  server.kill('SIGTERM');
  await sleep(200);
  socket.write(body.slice(20));
  const [[response], [code]] = await Promise.all([
    once(socket, 'data'),
    once(server, 'exit'),
  ]);
  assert.match(String(response), /^HTTP\/1\.1 201 /);
  assert.equal(code, 0);
  await database.stop();
});
