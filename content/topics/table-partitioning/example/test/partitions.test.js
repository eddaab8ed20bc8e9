import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { startDatabase } from '../dev/database.js';
import { maintain, ownTables } from '../src/partitions.js';

let pool, stop, client;
beforeEach(async () => {
  ({ pool, stop } = await startDatabase());
  client = await pool.connect();
});
afterEach(async () => {
  client.release();
  await stop();
});

const names = async () =>
  (await ownTables(client)).map(({ name, state }) => `${name} ${state}`);
const insert = (at) =>
  pool.query('INSERT INTO toll (passed_at, gate, cents) VALUES ($1, 1, 350)', [
    at,
  ]);

test('this month and the next ones exist, also across a new year', async () => {
  await maintain(client, new Date('2026-11-30T23:59:59Z'), { ahead: 2 });
  assert.deepEqual(await names(), [
    'toll_2026_11 attached',
    'toll_2026_12 attached',
    'toll_2027_01 attached',
  ]);
  await insert('2026-11-01T00:00:00Z');
  await insert('2027-01-31T23:59:59.999Z');
  await assert.rejects(insert('2027-02-01T00:00:00Z'), { code: '23514' });
});

test('a second run changes nothing, and two runs at once do no harm', async () => {
  const now = new Date('2026-10-05');
  const other = await pool.connect();
  try {
    await Promise.all([maintain(client, now), maintain(other, now)]);
  } finally {
    other.release();
  }
  const before = await names();
  await maintain(client, now);
  assert.deepEqual(await names(), before);
  assert.equal(before.length, 4);
});

test('a month is created while a query runs, and the session is left as it was', async () => {
  const reader = await pool.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT count(*) FROM toll');
  const run = maintain(client, new Date('2026-01-15'), { ahead: 1 });
  await run.catch(() => {});
  await reader.query('COMMIT');
  reader.release();
  await run;
  const { rows } = await client.query(
    `SELECT current_setting('lock_timeout') AS timeout,
       (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks`,
  );
  assert.deepEqual(rows, [{ timeout: '0', locks: 0 }]);
});

test('a year later, old months are gone and the others keep their rows', async () => {
  await maintain(client, new Date('2026-01-15'), { ahead: 2 });
  for (const month of ['01', '02', '03']) await insert(`2026-${month}-20`);
  await maintain(client, new Date('2026-04-15'), { ahead: 0, keep: 2 });
  assert.deepEqual(await names(), [
    'toll_2026_02 attached',
    'toll_2026_03 attached',
    'toll_2026_04 attached',
  ]);
  const { rows } = await client.query('SELECT count(*)::int AS n FROM toll');
  assert.equal(rows[0].n, 2);
});

test('a run that was interrupted is completed by the next one', async () => {
  await maintain(client, new Date('2026-01-15'), { ahead: 2 });
  const now = new Date('2026-03-15');
  const archive = () => Promise.reject(new Error('archive is full'));
  await assert.rejects(
    maintain(client, now, { ahead: 0, keep: 1, archive }),
    AggregateError,
  );
  assert.equal((await names())[0], 'toll_2026_01 loose');
  const archived = [];
  await maintain(client, now, {
    ahead: 0,
    keep: 1,
    archive: async (_, name) => archived.push(name),
  });
  assert.deepEqual(archived, ['toll_2026_01']);
  assert.deepEqual(await names(), [
    'toll_2026_02 attached',
    'toll_2026_03 attached',
  ]);
});

test('tables that someone else detached or that belong elsewhere stay', async () => {
  await maintain(client, new Date('2026-01-15'), { ahead: 2 });
  await client.query(
    `ALTER TABLE toll DETACH PARTITION toll_2026_01;
     CREATE SCHEMA other;
     CREATE TABLE other.toll_2026_02 (id int);
     CREATE TABLE other.toll_2026_04 (id int)`,
  );
  await maintain(client, new Date('2026-04-15'), { ahead: 0, keep: 1 });
  assert.deepEqual(await names(), [
    'toll_2026_03 attached',
    'toll_2026_04 attached',
  ]);
  const { rows } = await client.query(
    `SELECT to_regclass('toll_2026_01') AS mine,
       to_regclass('other.toll_2026_02') AS other`,
  );
  assert.ok(rows[0].mine && rows[0].other);
});

test('a wrong clock removes nothing', async () => {
  await maintain(client, new Date('2026-01-15'));
  await assert.rejects(
    maintain(client, new Date('2036-01-15'), { ahead: 0 }),
    AggregateError,
  );
  assert.equal((await names()).length, 5);
});

test('an old table that covers this month lets the next months be created', async () => {
  await client.query(
    `CREATE TABLE toll_old (LIKE toll INCLUDING ALL EXCLUDING IDENTITY);
     ALTER TABLE toll ATTACH PARTITION toll_old
       FOR VALUES FROM (MINVALUE) TO ('2026-12-01 00:00+00')`,
  );
  await maintain(client, new Date('2026-11-15'), { ahead: 1 });
  assert.deepEqual(await names(), ['toll_2026_12 attached']);
  await insert('2026-11-30T23:59:59Z');
  await insert('2026-12-01T00:00:01Z');
});

test('a partition that covers only a part of a month is an error', async () => {
  await client.query(
    `CREATE TABLE toll_old (LIKE toll INCLUDING ALL EXCLUDING IDENTITY);
     ALTER TABLE toll ATTACH PARTITION toll_old
       FOR VALUES FROM (MINVALUE) TO ('2026-12-01 00:00-05')`,
  );
  await assert.rejects(
    maintain(client, new Date('2026-11-15'), { ahead: 2 }),
    ({ errors }) => errors.length === 1 && errors[0].code === '42P17',
  );
  assert.deepEqual(await names(), ['toll_2027_01 attached']);
});

// #region long
test('a long transaction delays the removal, and writers go on', async () => {
  await maintain(client, new Date('2026-01-15'), { ahead: 2 });
  const reader = await pool.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT count(*) FROM toll');
  const later = () =>
    maintain(client, new Date('2026-02-15'), { ahead: 0, keep: 0 });
  const removal = later().then(
    () => 'done',
    (error) => error.errors[0].code,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const start = performance.now();
  await insert('2026-02-20');
  assert.ok(performance.now() - start < 1000);
  const early = await Promise.race([
    removal,
    new Promise((resolve) => setTimeout(resolve, 4000, 'waiting')),
  ]);
  await reader.query('COMMIT');
  reader.release();
  assert.equal(early, '55P03'); // lock_not_available
  assert.equal((await ownTables(client))[0].state, 'pending');
  await later();
  assert.deepEqual(await names(), [
    'toll_2026_02 attached',
    'toll_2026_03 attached',
  ]);
});
// #endregion long

test('a month that someone detached by hand after a failed removal stays', async () => {
  await maintain(client, new Date('2026-01-15'), { ahead: 1 });
  await insert('2026-01-20');
  const analyzing = await pool.connect(); // as ANALYZE or VACUUM would
  await analyzing.query('BEGIN');
  await analyzing.query('LOCK ONLY toll IN SHARE UPDATE EXCLUSIVE MODE');
  const later = () =>
    maintain(client, new Date('2026-02-15'), { ahead: 0, keep: 0 });
  await assert.rejects(later());
  await analyzing.query('ROLLBACK');
  analyzing.release();
  assert.equal((await ownTables(client))[0].state, 'attached');
  await client.query('ALTER TABLE toll DETACH PARTITION toll_2026_01');
  await later();
  const { rows } = await client.query(
    'SELECT count(*)::int AS n FROM toll_2026_01',
  );
  assert.equal(rows[0].n, 1);
});
