import { startDatabase } from '../dev/database.js';
import { maintain } from '../src/partitions.js';

const { pool, stop } = await startDatabase();
const client = await pool.connect();
await maintain(client, new Date('2026-09-15'), { ahead: 2 });
await client.query(
  `CREATE TABLE plain (LIKE toll INCLUDING ALL);
   INSERT INTO toll (passed_at, gate, cents)
     SELECT timestamptz '2026-09-01 00:00+00' + n * interval '2 seconds', n % 40, 350
     FROM generate_series(0, 2591999) AS n;
   INSERT INTO plain (passed_at, gate, cents) SELECT passed_at, gate, cents FROM toll`,
);
await client.query('VACUUM ANALYZE toll, plain');
await client.query('CHECKPOINT');

async function measure(label, table, sql) {
  const size = `(SELECT sum(pg_total_relation_size(c.oid)) / 1e6 FROM pg_class c
    LEFT JOIN pg_inherits ON inhrelid = c.oid
    WHERE c.oid = '${table}'::regclass OR inhparent = '${table}'::regclass)`;
  const before = await one(`SELECT pg_current_wal_lsn() AS wal, ${size} AS mb`);
  const start = performance.now();
  for (const statement of sql) await client.query(statement);
  const ms = performance.now() - start;
  const after = await one(
    `SELECT (pg_current_wal_lsn() - $1) / 1e6 AS wal, ${size} AS mb`,
    [before.wal],
  );
  const round = (number) => Math.round(number * 10) / 10;
  console.log(
    `${label}: ${Math.round(ms)} ms, ${round(after.wal)} MB of WAL,`,
    `${Math.round(before.mb)} MB before and ${Math.round(after.mb)} MB after`,
  );
}

async function one(sql, values) {
  return (await client.query(sql, values)).rows[0];
}

// #region demo
await measure('DELETE', 'plain', [
  "DELETE FROM plain WHERE passed_at < '2026-10-01 00:00+00'",
  'VACUUM plain',
]);
await measure('DROP', 'toll', [
  'ALTER TABLE toll DETACH PARTITION toll_2026_09 CONCURRENTLY',
  'DROP TABLE toll_2026_09',
]);
// #endregion demo
client.release();
await stop();
