import { openShop } from '../dev/shop.js';

const { pool, close } = await openShop();
const client = await pool.connect();

const indexes = [
  'customer_id, placed_at',
  'placed_at',
  'status',
  'total',
  'note',
  'customer_id, status, placed_at',
];

console.log('indexes  100,000 inserts  log written  table   indexes');
for (let count = 0; count <= indexes.length; count += 2) {
  await client.query('TRUNCATE orders');
  for (const columns of indexes.slice(0, count)) {
    await client.query(`CREATE INDEX ON orders (${columns})`);
  }
  await client.query('CHECKPOINT');
  const { rows: start } = await client.query(
    'SELECT pg_current_wal_lsn() AS lsn',
  );
  const startedAt = performance.now();
  await client.query(
    `INSERT INTO orders (customer_id, placed_at, status, total, note)
     SELECT (n * 7919) % 5000, now() + n * interval '1 minute', 'done',
            (n * 31) % 900, md5(n::text)
     FROM generate_series(1, 100000) AS n`,
  );
  const ms = performance.now() - startedAt;
  const { rows } = await client.query(
    `SELECT pg_size_pretty(pg_current_wal_lsn() - $1::pg_lsn) AS log,
            pg_size_pretty(pg_relation_size('orders')) AS heap,
            pg_size_pretty(pg_indexes_size('orders')) AS indexes`,
    [start[0].lsn],
  );
  const { log, heap, indexes: size } = rows[0];
  console.log(
    `1 + ${count}  ${Math.round(ms).toString().padStart(12)} ms`,
    `${log.padStart(12)} ${heap.padStart(8)} ${size.padStart(8)}`,
  );
  const { rows: all } = await client.query(
    `SELECT indexrelid::regclass AS name FROM pg_index
     WHERE indrelid = 'orders'::regclass AND NOT indisprimary`,
  );
  for (const { name } of all) await client.query(`DROP INDEX ${name}`);
}

client.release();
await close();
