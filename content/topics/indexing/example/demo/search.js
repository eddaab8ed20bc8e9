import { fill, measure, openShop } from '../dev/shop.js';

const { pool, close } = await openShop();
await fill(pool, 200_000);

// #region search
const query = "SELECT id FROM orders WHERE note LIKE '%d3d9446%'";
const before = await measure(pool, query);

await pool.query('CREATE EXTENSION pg_trgm');
await pool.query(
  'CREATE INDEX orders_note ON orders USING gin (note gin_trgm_ops)',
);
const after = await measure(pool, query);
// #endregion search

console.log(`without index: ${before.pages} pages, ${before.ms.toFixed(1)} ms`);
console.log(`with trigrams: ${after.pages} pages, ${after.ms.toFixed(1)} ms`);
const { rows } = await pool.query(
  `SELECT pg_size_pretty(pg_relation_size('orders')) AS table,
          pg_size_pretty(pg_relation_size('orders_note')) AS index`,
);
console.log(`table ${rows[0].table}, index ${rows[0].index}`);

await close();
