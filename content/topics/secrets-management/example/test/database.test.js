import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { openDatabase } from '../src/database.js';

let server;
let admin;
let options;
let login;

before(async () => {
  server = await startDatabase();
  const { hostname: host, port, pathname } = new URL(server.url);
  const database = pathname.slice(1);
  // Idle connections stay until the code ends them.
  const pool = { max: 2, idleTimeoutMillis: 0 };
  options = { host, port: Number(port), database, ...pool };
  admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
});
beforeEach(async () => {
  await admin.query("ALTER ROLE newsletter_a PASSWORD 'first'");
  await admin.query("ALTER ROLE newsletter_b PASSWORD 'second'");
  login = { user: 'newsletter_a', password: 'first' };
});
after(async () => {
  await admin.end();
  await server.stop();
});

const open = () => openDatabase(options, () => login);
const whoami = (pool) =>
  pool.query('SELECT current_user').then(({ rows }) => rows[0].current_user);
const connections = async (user) => {
  const text = 'SELECT FROM pg_stat_activity WHERE usename = $1';
  return (await admin.query(text, [user])).rowCount;
};

test('a server that hangs is an error', { timeout: 20_000 }, async (t) => {
  const sockets = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0);
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  await once(silent, 'listening');
  const { port } = silent.address();
  const opened = openDatabase({ ...options, port }, () => login);
  await assert.rejects(opened, /timeout/);
});

// #region queue
test('queries that wait for a connection survive the change', async () => {
  const database = await open();
  const slow = Array.from({ length: 10 }, () =>
    database.use((pool) => pool.query('SELECT pg_sleep(0.05)')),
  );
  login = { user: 'newsletter_b', password: 'second' };
  await database.reload();
  assert.equal(await database.use(whoami), 'newsletter_b');
  await Promise.all(slow);
  while ((await connections('newsletter_a')) > 0);
  await database.close();
});
// #endregion queue

test('a transaction keeps its connection', async () => {
  const database = await open();
  await database.use(async (pool) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    login = { user: 'newsletter_b', password: 'second' };
    await database.reload();
    assert.equal(await whoami(client), 'newsletter_a');
    await client.query('COMMIT');
    client.release();
  });
  assert.equal(await database.use(whoami), 'newsletter_b');
  await database.close();
});

test('a login that does not work is not taken over', async () => {
  const database = await open();
  login = { user: 'newsletter_b', password: 'wrong' };
  await assert.rejects(database.reload(), { code: '28P01' });
  assert.equal(await database.use(whoami), 'newsletter_a');
  await database.close();
});

test('the same login keeps the pool', async () => {
  const database = await open();
  const pool = await database.use((pool) => pool);
  await database.reload();
  assert.equal(await database.use((pool) => pool), pool);
  await database.close();
});

test('reloads at the same moment change once and leave nothing open', async () => {
  const database = await open();
  login = { user: 'newsletter_b', password: 'second' };
  await Promise.all([database.reload(), database.reload()]);
  await database.use(whoami);
  await database.close();
  while ((await connections('newsletter_a')) > 0);
  while ((await connections('newsletter_b')) > 0);
});

test('closing waits for queries that wait for a connection', async () => {
  const database = await open();
  const slow = Array.from({ length: 10 }, () =>
    database.use((pool) => pool.query('SELECT pg_sleep(0.05)')),
  );
  await database.close();
  await Promise.all(slow);
  await assert.rejects(database.use(whoami));
  while ((await connections('newsletter_a')) > 0);
});

test('closing during a reload leaves nothing open', async () => {
  const database = await open();
  login = { user: 'newsletter_b', password: 'second' };
  const reload = database.reload();
  await database.close();
  await reload;
  await assert.rejects(database.use(whoami));
  while ((await connections('newsletter_b')) > 0);
});

// #region expiry
test('an expired login cannot connect, but stays connected', async () => {
  await admin.query("ALTER ROLE newsletter_a VALID UNTIL 'infinity'");
  const early = new pg.Client({ ...options, ...login });
  await early.connect();
  await admin.query("ALTER ROLE newsletter_a VALID UNTIL '2020-01-01'");
  const late = new pg.Client({ ...options, ...login });
  await assert.rejects(late.connect(), { code: '28P01' });
  assert.equal(await whoami(early), 'newsletter_a');
  await early.end();
  await admin.query("ALTER ROLE newsletter_a VALID UNTIL 'infinity'");
});
// #endregion expiry
