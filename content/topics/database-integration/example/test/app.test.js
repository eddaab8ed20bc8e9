import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { createPool, waitForDatabase } from '../src/pool.js';
import { createSubscribers } from '../src/subscribers.js';

let database, pool, server, url;

before(async () => {
  database = await startDatabase();
  pool = createPool(database.url);
  server = createApp(createSubscribers(pool)).listen(0);
  await once(server, 'listening');
  url = `http://127.0.0.1:${server.address().port}/subscribers`;
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
});

function post(body) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}

const ada = JSON.stringify({ email: 'ada@example.com', name: 'Ada' });

test('maps results to status codes', async () => {
  const created = await post(ada);
  assert.equal(created.status, 201);
  const { id } = await created.json();
  assert.equal((await post(ada)).status, 409);
  assert.equal((await post('{"email":"no","name":"No"}')).status, 422);
  assert.equal((await post('{"email":["a@b"],"name":"No"}')).status, 400);
  assert.equal((await post('{"email":')).status, 400);
  assert.equal((await fetch(`${url}/%`)).status, 400);
  assert.equal((await fetch(`${url}/${id}`)).status, 200);
  for (const unknown of ['4711', 'abc', '9'.repeat(30), '1e1', '%00']) {
    assert.equal((await fetch(`${url}/${unknown}`)).status, 404, unknown);
  }
});

test('a bug is a 500 that shows no SQL, and the log has it', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const bug = new Error('column "emial" does not exist');
  const app = createApp({ find: () => Promise.reject(bug) }).listen(0);
  t.after(() => app.close());
  const port = app.address().port;
  const response = await fetch(`http://127.0.0.1:${port}/subscribers/1`);
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /emial/);
  assert.equal(log.mock.calls[0].arguments[0], bug);
});

test('waits until the database has started', async (t) => {
  t.mock.method(console, 'error', () => {});
  const starting = Object.assign(new Error('starting up'), { code: '57P03' });
  let attempts = 0;
  const query = async () => {
    if (++attempts < 3) throw starting;
  };
  await waitForDatabase({ query });
  assert.equal(attempts, 3);
});

test(
  'a database that freezes is a 503, not a request that waits forever',
  { skip: process.platform === 'win32' },
  async (t) => {
    t.mock.method(console, 'error', () => {});
    const { rows } = await pool.query('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0].pid, 'SIGSTOP');
    try {
      assert.equal((await fetch(`${url}/1`)).status, 503);
    } finally {
      process.kill(rows[0].pid, 'SIGCONT');
    }
    assert.notEqual((await fetch(`${url}/1`)).status, 503);
  },
);

test('a wrong password ends the wait at once', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const wrong = createPool(database.url.replace('secret', 'wrong'));
  await assert.rejects(waitForDatabase(wrong, { seconds: 1 }), {
    code: '28P01',
  });
  assert.equal(log.mock.callCount(), 0); // it didn't try again
  await wrong.end();
});

test('on SIGTERM, the service finishes the request it has', async () => {
  const child = spawn(process.execPath, ['src/server.js'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, DATABASE_URL: database.url, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const socket = connect(/port (\d+)/.exec(line)[1], '127.0.0.1');
  const body = JSON.stringify({ email: 'bo@example.com', name: 'Bo' });
  socket.write(
    'POST /subscribers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n' +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  const [arrived] = await once(socket, 'data');
  assert.match(String(arrived), /100 Continue/);
  child.kill('SIGTERM');
  await sleep(200);
  socket.write(body);
  const [[response], [code]] = await Promise.all([
    once(socket, 'data'),
    once(child, 'exit'),
  ]);
  assert.match(String(response), /^HTTP\/1\.1 201 /);
  assert.equal(code, 0);
});

// #region unavailable
test('returns 503 while the database is away, and keeps running', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  await pool.query('SELECT 1'); // so there's an idle connection
  await database.stop();
  assert.equal((await post(ada)).status, 503);
  assert.equal((await fetch(`${url}/1`)).status, 503);
  await assert.rejects(waitForDatabase(pool, { seconds: 0.5 }), {
    code: 'ECONNREFUSED',
  });
  assert.match(log.mock.calls[0].arguments[0], /lost an idle connection/);
});
// #endregion unavailable
