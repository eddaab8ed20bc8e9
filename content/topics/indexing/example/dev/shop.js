// What the demos and the tests share: a table of orders, and a way to measure.
import pg from 'pg';
import { startDatabase } from './database.js';

export async function openShop() {
  const database = await startDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', (error) => {
    if (!pool.ending) console.error(`idle connection: ${error.message}`);
  });
  const close = async () => {
    await pool.end();
    await database.stop();
  };
  return { pool, close };
}

// Each customer has 40 orders, spread over the table; one order a minute.
export async function fill(pool, rows) {
  await pool.query('TRUNCATE orders RESTART IDENTITY');
  await pool.query(
    `INSERT INTO orders (customer_id, placed_at, status, total, note)
     SELECT n % ($1 / 40),
            timestamptz '2024-01-01' + n * interval '1 minute',
            CASE WHEN n % 1000 = 0 THEN 'open' ELSE 'done' END,
            n % 90 + 10,
            'Please leave the parcel with neighbor ' || md5(n::text)
     FROM generate_series(1, $1::int) AS n`,
    [rows],
  );
  await pool.query('VACUUM ANALYZE orders');
}

// #region measure
export async function measure(db, query, values = []) {
  const runs = [];
  for (let run = 0; run < 5; run += 1) {
    const { rows } = await db.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${query}`,
      values,
    );
    runs.push(rows[0]['QUERY PLAN'][0]);
  }
  runs.sort((a, b) => a['Execution Time'] - b['Execution Time']);
  const { Plan: plan, 'Execution Time': ms } = runs[2];
  const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  return { plan, pages, ms };
}
// #endregion measure

export function nodeTypes(plan) {
  const children = (plan.Plans ?? []).flatMap(nodeTypes);
  return [plan['Node Type'], ...children];
}
