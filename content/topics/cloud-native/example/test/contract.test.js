// What a platform expects of a program. PROGRAM='...' tests another one.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { freePort, killAll, start, within } from '../dev/program.js';

let database, env;
before(async () => {
  database = await startDatabase();
  env = { DATABASE_URL: database.url };
});
after(async () => {
  killAll();
  await database.stop();
});

test('a missing setting ends it with a message that names the setting', async () => {
  const program = await start({});
  assert.equal(await within(5_000, program.exited), 1);
  assert.match(program.output(), /DATABASE_URL/);
});

test('a broken setting, too', async () => {
  for (const [name, value] of [
    ['PORT', 'eighty'],
    ['DRAIN_MS', '3s'],
    ['DRAIN_MS', '-5'],
    ['DATABASE_URL', 'postgres:'],
    ['DATABASE_URL', 'postgres://app:se#cret@127.0.0.1/ferry'],
  ]) {
    const program = await start({ ...env, [name]: value });
    assert.equal(await within(5_000, program.exited), 1);
    assert.match(program.output(), new RegExp(name));
  }
});

test('a port that is taken ends it with a message', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address();
  const program = await start({ ...env, PORT: String(port) });
  assert.equal(await within(5_000, program.exited), 1);
  assert.match(program.output(), /EADDRINUSE/);
  other.close();
});

test('it starts before its database, and is ready when the database is', async () => {
  const port = await freePort();
  const late = {
    DATABASE_URL: env.DATABASE_URL.replace(/:\d+\//, `:${port}/`),
  };
  const program = await start(late);
  await sleep(1_500);
  assert.equal(await program.status('/ready'), 503);
  assert.match(program.output(), /ECONNREFUSED/); // why it isn't ready
  const real = Number(new URL(env.DATABASE_URL).port);
  const door = createServer((socket) => {
    socket
      .on('error', () => {})
      .pipe(connect(real))
      .on('error', () => {})
      .pipe(socket);
  }).listen(port, '127.0.0.1');
  await once(door, 'listening');
  await program.ready();
  assert.equal((await program.sell()).status, 201);
  program.kill('SIGKILL');
  door.close();
});

test('a database that accepts connections and says nothing makes it unready', async () => {
  const mute = createServer((socket) => socket.on('error', () => {}));
  await once(mute.listen(0, '127.0.0.1'), 'listening');
  const url = env.DATABASE_URL.replace(/:\d+\//, `:${mute.address().port}/`);
  const program = await start({ DATABASE_URL: url });
  await sleep(1_000);
  assert.equal(await program.status('/ready'), 503);
  program.kill('SIGKILL');
  mute.close();
});

test('connections that the database ends do not end it', async () => {
  const program = await (await start(env)).ready();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL',
  );
  await admin.end();
  await sleep(500);
  assert.equal(await program.status('/ready'), 200);
  program.kill('SIGKILL');
});

// #region state
test('two copies share what users stored, and a killed copy takes nothing along', async () => {
  const [one, two] = await Promise.all([start(env), start(env)]);
  await Promise.all([one.ready(), two.ready()]);
  const { id } = await (await one.sell(4)).json();
  one.kill('SIGKILL');
  await one.exited;
  const found = await (await two.get(`/tickets/${id}`)).json();
  assert.equal(found?.seats, 4);
  two.kill('SIGKILL');
});
// #endregion state

test('it writes no files into its folder', async () => {
  const program = await (await start(env)).ready();
  await program.sell();
  assert.deepEqual(readdirSync(program.folder), []);
  program.kill('SIGKILL');
});

test('each line of its output is JSON with a level, and without the password', async () => {
  const program = await (await start(env)).ready();
  await program.sell();
  await sleep(200);
  const lines = program.output().trim().split('\n');
  assert.ok(lines.length > 0);
  for (const line of lines) assert.ok(JSON.parse(line).level, line);
  assert.ok(!program.output().includes('secret'));
  program.kill('SIGKILL');
});

test('after SIGTERM, it takes itself out, serves what still comes, and ends with 0', async () => {
  const program = await (await start(env)).ready();
  const idle = connect(program.port, '127.0.0.1'); // a client that never asks
  idle.on('error', () => {});
  program.kill('SIGTERM');
  await sleep(100);
  assert.equal(await program.status('/ready'), 503);
  assert.equal((await program.sell()).status, 201, 'a late request');
  assert.equal(await within(9_500, program.exited), 0);
  idle.destroy();
});

test('an open request is finished before the end', async () => {
  const program = await (await start(env)).ready();
  const body = JSON.stringify({ ferry: 'Island 8:30', seats: 1 });
  const socket = connect(program.port, '127.0.0.1');
  let response = '';
  socket.on('data', (data) => (response += data));
  socket.write(
    `POST /tickets HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await sleep(200);
  program.kill('SIGTERM');
  await sleep(200);
  program.kill('SIGTERM'); // impatient
  await sleep(1_300); // the program has stopped listening
  socket.write(body);
  await within(3_000, once(socket, 'close'));
  assert.match(response, /^HTTP\/1.1 201/);
  assert.equal(await within(3_000, program.exited), 0);
});

test('a client that never finishes its request does not keep it from ending', async () => {
  const program = await (await start(env)).ready();
  const socket = connect(program.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    'POST /tickets HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  );
  await sleep(200);
  program.kill('SIGTERM');
  assert.equal(await within(9_500, program.exited), 0);
});
