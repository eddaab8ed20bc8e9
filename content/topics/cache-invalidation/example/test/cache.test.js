import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createClient } from 'redis';
import { startDatabase } from '../dev/database.js';
import { startRedis } from '../dev/redis.js';
import { LeaseCache } from '../src/cache.js';
import { handleChanges, watchChanges } from '../src/changes.js';
import { LocalCache } from '../src/local.js';
import { PlainCache } from '../src/plain.js';

let database, pool, server, redis, cache;
const key = 'price:stalls';

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  server = await startRedis();
  redis = await createClient({ url: server.url }).connect();
});
after(async () => {
  await redis.close();
  server.child.kill();
  await pool.end();
  await database.stop();
});
beforeEach(async () => {
  await pool.query('DELETE FROM prices');
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
const read = (seat, from = cache) =>
  from.read(`price:${seat}`, () => load(seat));
const set = (seat, euros) =>
  pool.query('UPDATE prices SET euros = $2 WHERE seat = $1', [seat, euros]);

async function eventually(check) {
  for (let i = 0; i < 100; i++) {
    if (await check()) return;
    await sleep(20);
  }
  assert.fail('it did not happen within 2 seconds');
}

test('a slow reader can not put an old value back', async () => {
  for (const [Cache, expected] of [
    [PlainCache, 40],
    [LeaseCache, 55],
  ]) {
    await redis.flushAll();
    await set('stalls', 40);
    const cache = new Cache(redis);
    await cache.read(key, async () => {
      const old = await load('stalls');
      await set('stalls', 55);
      await cache.invalidate([key]);
      return old;
    });
    assert.equal(await read('stalls', cache), expected, Cache.name);
  }
});

// #region random
/** Of 100 seats, each read and written at random moments: how many are stale? */
async function staleSeats(Cache) {
  const cache = new Cache(redis);
  const moment = () => sleep(Math.random() * 10);
  let stale = 0;
  for (let i = 0; i < 100; i++) {
    const seat = `${Cache.name} ${i}`;
    await pool.query('INSERT INTO prices VALUES ($1, 0)', [seat]);
    const write = async (euros) => {
      await moment();
      await set(seat, euros);
      await cache.invalidate([`price:${seat}`]);
    };
    const readSlowly = async () => {
      await moment();
      await cache.read(`price:${seat}`, async () => {
        const euros = await load(seat);
        await moment();
        return euros;
      });
    };
    const readers = Array.from({ length: 20 }, readSlowly);
    await Promise.all([write(1), write(2), write(3), ...readers]);
    if ((await read(seat, cache)) !== (await load(seat))) stale++;
  }
  return stale;
}

test('no interleaving of readers and writers leaves a stale price', async () => {
  assert.equal(await staleSeats(LeaseCache), 0);
  assert.notEqual(await staleSeats(PlainCache), 0); // so the test can fail
});
// #endregion random

test('every change of a row is noted, also one typed by hand', async () => {
  const noted = async () => {
    const { rows } = await pool.query('DELETE FROM changed RETURNING key');
    return rows.map((row) => row.key).sort();
  };
  await pool.query("INSERT INTO prices VALUES ('balcony', 25)");
  assert.deepEqual(await noted(), ['price:balcony']);
  await pool.query(
    "UPDATE prices SET seat = 'rear stalls' WHERE seat = 'stalls'",
  );
  assert.deepEqual(await noted(), ['price:rear stalls', 'price:stalls']);
  await pool.query("DELETE FROM prices WHERE seat = 'box'");
  assert.deepEqual(await noted(), ['price:box']);
});

// #region commit
test('a change shows after the commit, and never after a rollback', async () => {
  const stop = await watchChanges(database.url, cache, 60_000);
  assert.equal(await read('stalls'), 40);
  const client = await pool.connect();
  for (const end of ['ROLLBACK', 'COMMIT']) {
    await client.query('BEGIN');
    await client.query("UPDATE prices SET euros = 55 WHERE seat = 'stalls'");
    assert.equal(await read('stalls'), 40);
    await client.query(end);
    if (end === 'ROLLBACK') {
      await sleep(100);
      assert.equal(await redis.exists(key), 1);
    } else {
      await eventually(async () => (await read('stalls')) === 55);
    }
  }
  client.release();
  await stop();
});
// #endregion commit

// #region down
test('a change is not lost while Redis is down', async () => {
  const down = {
    invalidate: () => Promise.reject(new Error('Redis is down')),
  };
  await read('stalls');
  await set('stalls', 55);
  await assert.rejects(handleChanges(pool, down), /Redis is down/);
  assert.equal(await handleChanges(pool, cache), 1);
  assert.equal(await read('stalls'), 55);
});
// #endregion down

test('a row that was missing is found soon after it is created', async () => {
  assert.equal(await read('balcony'), null);
  await pool.query("INSERT INTO prices VALUES ('balcony', 25)");
  await handleChanges(pool, cache);
  assert.equal(await read('balcony'), 25);
});

// #region list
test('a change of one price retires all lists', async () => {
  const list = (name, where) =>
    cache.readGroup('prices', name, async () => {
      const { rows } = await pool.query(
        `SELECT seat FROM prices WHERE ${where} ORDER BY seat`,
      );
      return rows.map((row) => row.seat);
    });
  assert.deepEqual(await list('under-50', 'euros < 50'), ['stalls']);
  assert.deepEqual(await list('all', 'true'), ['box', 'stalls']);
  await set('box', 45);
  assert.deepEqual(await list('under-50', 'euros < 50'), ['stalls']); // still
  await handleChanges(pool, cache);
  assert.deepEqual(await list('under-50', 'euros < 50'), ['box', 'stalls']);
});

test('lists of before do not come back when Redis forgets the version', async () => {
  const read = (value) => cache.readGroup('prices', 'all', () => value);
  assert.equal(await read('old'), 'old');
  await redis.del('version:prices'); // evicted
  assert.equal(await read('new'), 'new');
});
// #endregion list

// #region local
test('every server drops its local copy', async () => {
  const subscribers = [redis.duplicate(), redis.duplicate()];
  const servers = [];
  for (const one of subscribers)
    servers.push(await LocalCache.open(cache, one));
  for (const server of servers) assert.equal(await read('stalls', server), 40);

  await set('stalls', 55);
  assert.equal(await read('stalls', servers[1]), 40); // no one said anything yet
  await handleChanges(pool, cache);
  for (const server of servers) {
    await eventually(async () => (await read('stalls', server)) === 55);
  }
  for (const one of subscribers) one.destroy();
});

test('a server that lost its line to Redis trusts no copy', async () => {
  const subscriber = redis.duplicate();
  const local = await LocalCache.open(cache, subscriber);
  assert.equal(await read('stalls', local), 40);
  const back = new Promise((resolve) => subscriber.once('ready', resolve));
  await redis.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
  await set('stalls', 55); // while it can't hear anything
  await handleChanges(pool, cache);
  await back;
  await eventually(async () => (await read('stalls', local)) === 55);
  subscriber.destroy();
});
// #endregion local

test('a local read that overlaps a change is not kept', async () => {
  const subscriber = redis.duplicate();
  const slow = {
    async read(key, load) {
      const value = await cache.read(key, load);
      await set('stalls', 55);
      await handleChanges(pool, cache);
      await sleep(50); // the message comes before the value is stored
      return value;
    },
  };
  const local = await LocalCache.open(slow, subscriber);
  assert.equal(await read('stalls', local), 40);
  local.cache = cache;
  assert.equal(await read('stalls', local), 55);
  subscriber.destroy();
});
