import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';
import { handler, leakyHandler } from '../src/handlers.js';
import { placeOrder, placeOrderNested } from '../src/orders.js';
import { counts, createPool, watchCheckouts, withClient } from '../src/pool.js';
import { even, exactMeanWait, random, simulate } from '../src/simulate.js';

let database;

before(async () => {
  database = await startDatabase();
});
after(() => database.stop());

function openPool(t, options) {
  const pool = createPool(database.url, { max: 2, ...options });
  t.after(() => pool.end());
  return pool;
}

// #region tests
test('a handler that throws keeps no connection', async (t) => {
  const pool = openPool(t);
  for (const reason of [new Error('oops'), undefined]) {
    const failed = withClient(pool, () => Promise.reject(reason));
    const [result] = await Promise.allSettled([failed]);
    assert.deepEqual(result, { status: 'rejected', reason });
  }
  assert.equal(counts(pool), 'open 0, in use 0, waiting 0');
});
// #endregion tests

test('work that fails inside BEGIN takes no other request with it', async (t) => {
  const pool = openPool(t, { max: 1 });
  await pool.query('CREATE TABLE orders (id int)');
  const failed = withClient(pool, async (client) => {
    await client.query('BEGIN');
    await client.query('INSERT INTO orders VALUES (1)');
    throw new Error('oops');
  });
  await assert.rejects(failed, { message: 'oops' });
  await pool.query('INSERT INTO orders VALUES (2)');
  const other = openPool(t);
  const { rows } = await other.query('SELECT id FROM orders');
  assert.deepEqual(rows, [{ id: 2 }]);
});

test('a query on a connection that went silent ends', async (t) => {
  const goSilent = [];
  const proxy = createServer((client) => {
    const server = connect(database.port, '127.0.0.1');
    for (const socket of [client, server]) socket.on('error', () => {});
    client.pipe(server).pipe(client);
    goSilent.push(() => client.unpipe(server));
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  t.after(() => proxy.close());
  const url = new URL(database.url);
  url.port = proxy.address().port;
  const options = { max: 1, query_timeout: 300 };
  const defaults = createPool(url.href).options;
  assert.ok(defaults.query_timeout > 0);
  assert.ok(defaults.connectionTimeoutMillis > 0);
  const pool = createPool(url.href, options);
  t.after(() => pool.end());

  await pool.query('SELECT 1');
  goSilent[0]();
  const work = (client) => client.query('SELECT 1');
  await assert.rejects(withClient(pool, work), /timeout/);
  await withClient(pool, work); // on a new connection
  assert.equal(goSilent.length, 2);
});

const endBackend = (db, { processID }) =>
  db.query('SELECT pg_terminate_backend($1)', [processID]);

test('a connection that breaks during a query is not lent again', async (t) => {
  t.mock.method(console, 'error', () => {});
  const admin = openPool(t);
  const pool = openPool(t, { max: 1 });
  const broken = withClient(pool, async (client) => {
    const sleeping = client.query('SELECT pg_sleep(5)');
    await Promise.all([sleeping, endBackend(admin, client)]);
  });
  await assert.rejects(broken, /terminating connection/);
  const { rows } = await pool.query('SELECT 1 AS one');
  assert.deepEqual(rows, [{ one: 1 }]);
});

test('a broken idle connection is logged and replaced', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const admin = openPool(t);
  const pool = openPool(t, { max: 1 });
  const idle = await withClient(pool, async (client) => client);
  const ended = new Promise((resolve) => idle.once('end', resolve));
  await endBackend(admin, idle);
  await ended;
  assert.equal(log.mock.callCount(), 1);
  assert.match(log.mock.calls[0].arguments[0], /^connection lost/);
  assert.equal(counts(pool), 'open 0, in use 0, waiting 0');
});

test('the watcher reports a checkout that takes long, and no other', async (t) => {
  const pool = openPool(t);
  const warn = t.mock.fn();
  watchCheckouts(pool, { warnAfterMs: 50, warn });
  await withClient(pool, (client) => client.query('SELECT 1'));
  await sleep(100);
  assert.equal(warn.mock.callCount(), 0);
  await withClient(pool, () => sleep(100));
  assert.equal(warn.mock.callCount(), 1);
});

test('the fixed handler leaks nothing', async (t) => {
  const pool = openPool(t);
  for (const input of ['', '', '', 'x']) await handler(pool, input);
  assert.equal(counts(pool), 'open 1, in use 0, waiting 0');
});

test('the leaky handler empties the pool', async () => {
  const pool = createPool(database.url, {
    max: 2,
    connectionTimeoutMillis: 100,
  });
  const borrowed = [];
  pool.on('acquire', (client) => borrowed.push(client));
  await leakyHandler(pool, '');
  await leakyHandler(pool, '');
  await assert.rejects(leakyHandler(pool, 'x'), /timeout exceeded/);
  for (const client of borrowed) client.release();
  await pool.end();
});

test('six requests share two connections', async (t) => {
  const pool = openPool(t);
  const work = (client) => client.query('SELECT pg_sleep(0.05)');
  const all = Array.from({ length: 6 }, () => withClient(pool, work));
  assert.equal(counts(pool), 'open 2, in use 2, waiting 4');
  await Promise.all(all);
  assert.equal(counts(pool), 'open 2, in use 0, waiting 0');
});

test('a connection that breaks while borrowed and unused is replaced', async (t) => {
  t.mock.method(console, 'error', () => {});
  const uncaught = t.mock.fn();
  process.on('uncaughtExceptionMonitor', uncaught);
  const pool = openPool(t, { max: 1 });
  await withClient(pool, async (client) => {
    await client.query("SET idle_session_timeout = '50ms'");
    await sleep(300);
  });
  const { rows } = await pool.query('SELECT 1 AS one');
  process.off('uncaughtExceptionMonitor', uncaught);
  assert.deepEqual(rows, [{ one: 1 }]);
  assert.equal(uncaught.mock.callCount(), 0);
});

test('nested checkouts block each other, passed-on ones do not', async (t) => {
  const pool = openPool(t, { connectionTimeoutMillis: 200 });
  const two = (place) => Promise.allSettled([place(pool), place(pool)]);
  const nested = await two(placeOrderNested);
  assert.ok(nested.some(({ status }) => status === 'rejected'));
  const passedOn = await two(placeOrder);
  assert.ok(passedOn.every(({ status }) => status === 'fulfilled'));
});

test('the simulation agrees with the exact formula', () => {
  const waits = simulate({
    pool: 5,
    requests: 500_000,
    nextArrival: random(5),
    nextHold: random(20),
  });
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const exact = exactMeanWait({ pool: 5, perSecond: 200, holdMs: 20 });
  assert.ok(Math.abs(mean - exact) < exact * 0.15, `${mean} and ${exact}`);
  assert.equal(
    exactMeanWait({ pool: 5, perSecond: 250, holdMs: 20 }),
    Infinity,
  );
  const evenly = simulate({
    pool: 5,
    requests: 1_000,
    nextArrival: even(5),
    nextHold: even(20),
  });
  assert.equal(Math.max(...evenly), 0);
});
