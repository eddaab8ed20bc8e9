import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';
import { connected, isRedisMissing, startRedis } from '../dev/redis.js';
import { LeaseCache } from '../src/cache.js';
import { handleChanges, watchChanges } from '../src/changes.js';
import { openPool, openRedis } from '../src/connect.js';

const skip = isRedisMissing;
let database, pool, server, redis, cache;

before(async () => {
  if (skip) return;
  database = await startDatabase();
  pool = openPool(database.url);
  server = await startRedis();
  redis = await connected(openRedis(server.url));
});
after(async () => {
  if (skip) return;
  await redis.close();
  server.child.kill();
  await pool.end();
  await database.stop();
});
beforeEach(async () => {
  if (skip) return;
  await pool.query('TRUNCATE prices');
  await pool.query("INSERT INTO prices VALUES ('stalls', 40), ('box', 90)");
  await pool.query('TRUNCATE changed');
  await redis.flushAll();
  cache = new LeaseCache(redis);
});

const load = async (seat) => {
  const { rows } = await pool.query(
    'SELECT euros FROM prices WHERE seat = $1',
    [seat],
  );
  return rows[0]?.euros;
};
const read = (seat) => cache.read(`price:${seat}`, () => load(seat));
const set = (seat, euros) =>
  pool.query('UPDATE prices SET euros = $2 WHERE seat = $1', [seat, euros]);
const waiting = async () => {
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM changed');
  return rows[0].n;
};

async function eventually(check) {
  for (let i = 0; i < 100; i++) {
    if (await check()) return;
    await sleep(20);
  }
  assert.fail('it did not happen within 2 seconds');
}
/** Runs the worker during a test. */
function watch(t, pause) {
  const stop = new AbortController();
  const done = watchChanges(pool, cache, { signal: stop.signal, pause });
  t.after(() => {
    stop.abort();
    return done;
  });
}

test('an insert, a rename and a delete note their keys', { skip }, async () => {
  const noted = async () => {
    const { rows } = await pool.query('DELETE FROM changed RETURNING key');
    return rows.map((row) => row.key).sort();
  };
  const version = 'version:prices';
  await pool.query("INSERT INTO prices VALUES ('balcony', 25)");
  assert.deepEqual(await noted(), ['price:balcony', version]);
  await pool.query("UPDATE prices SET seat = 'rear' WHERE seat = 'stalls'");
  assert.deepEqual(await noted(), ['price:rear', 'price:stalls', version]);
  await pool.query("DELETE FROM prices WHERE seat = 'box'");
  assert.deepEqual(await noted(), ['price:box', version]);
});

test('a change shows after its commit, not before', { skip }, async (t) => {
  watch(t, 20);
  const client = await pool.connect();
  t.after(() => client.release(true));
  assert.equal(await read('stalls'), 40);
  await client.query('BEGIN');
  await client.query("UPDATE prices SET euros = 55 WHERE seat = 'stalls'");
  await sleep(100);
  assert.equal(await redis.exists('price:stalls'), 1); // not invalidated
  await client.query('COMMIT');
  await eventually(async () => (await read('stalls')) === 55);
});

test('a rolled-back change invalidates nothing', { skip }, async (t) => {
  watch(t, 20);
  const client = await pool.connect();
  t.after(() => client.release(true));
  await read('stalls');
  await client.query('BEGIN');
  await client.query("UPDATE prices SET euros = 55 WHERE seat = 'stalls'");
  await client.query('ROLLBACK');
  await sleep(100);
  assert.equal(await redis.exists('price:stalls'), 1);
});

test('a change waits until Redis is back', { skip }, async () => {
  const down = { invalidate: () => Promise.reject(new Error('no Redis')) };
  await read('stalls');
  await set('stalls', 55);
  await assert.rejects(handleChanges(pool, down), /no Redis/);
  assert.equal(await read('stalls'), 40);
  await handleChanges(pool, cache);
  assert.equal(await read('stalls'), 55);
  assert.equal(await waiting(), 0);
});

test(
  "a change during the invalidation isn't forgotten",
  { skip },
  async (t) => {
    const late = await pool.connect(); // takes its ids first, and commits last
    t.after(() => late.release(true));
    await late.query('BEGIN');
    await late.query("UPDATE prices SET euros = 95 WHERE seat = 'box'");
    const slow = {
      async invalidate(keys) {
        await cache.invalidate(keys);
        await set('stalls', 60);
        await late.query('COMMIT');
      },
    };
    await set('stalls', 55);
    await handleChanges(pool, slow);
    assert.equal(await waiting(), 4); // two prices, and their version twice
  },
);

test('the worker survives a restart of the database', { skip }, async (t) => {
  const { mock } = t.mock.method(console, 'error', () => {});
  watch(t, 20);
  await Promise.all([read('stalls'), read('box')]); // two, so one is idle
  await database.restart();
  await eventually(() => set('stalls', 55).catch(() => false));
  await eventually(async () => (await read('stalls')) === 55);
  const noted = mock.calls.map((call) => call.arguments[0]).join();
  assert.match(noted, /connection: terminating/); // or the process would end
});

test("a worker doesn't wait for a database that hangs", { skip }, async (t) => {
  const client = await pool.connect();
  t.after(() => client.release(true));
  await client.query('BEGIN; LOCK TABLE changed');
  const handled = handleChanges(pool, cache);
  const hung = sleep(9_000).then(() => assert.fail('it hangs'));
  await assert.rejects(Promise.race([handled, hung]), /timeout/);

  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  t.after(() => silent.close());
  const other = openPool(`postgres://127.0.0.1:${silent.address().port}`);
  await assert.rejects(Promise.race([other.query(''), hung]), /timeout/);
});

test(
  '1,200 changes need no pause, and then the worker rests',
  { skip },
  async (t) => {
    await pool.query(
      "INSERT INTO prices SELECT 'seat ' || n, 40 FROM generate_series(1, 1200) AS n",
    );
    watch(t, 60_000);
    await eventually(async () => (await waiting()) === 0);
    await sleep(100);
    const { mock } = t.mock.method(pool, 'query');
    await sleep(100);
    assert.equal(mock.callCount(), 0);
  },
);

test('a missing seat is found once it is created', { skip }, async () => {
  assert.equal(await read('balcony'), null);
  await pool.query("INSERT INTO prices VALUES ('balcony', 25)");
  await handleChanges(pool, cache);
  assert.equal(await read('balcony'), 25);
});
