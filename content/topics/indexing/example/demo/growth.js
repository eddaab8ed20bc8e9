import { fill, measure, openShop } from '../dev/shop.js';

const { pool, close } = await openShop();
await pool.query('CREATE EXTENSION pageinspect');

// #region query
const query = `SELECT id, total FROM orders
WHERE customer_id = 42
ORDER BY placed_at DESC LIMIT 10`;
// #endregion query

const show = ({ pages, ms }) =>
  `${String(pages).padStart(6)} pages ${ms.toFixed(2).padStart(7)} ms`;

console.log('     rows       without index           with index    height');
for (const rows of [10_000, 100_000, 1_000_000]) {
  await fill(pool, rows);
  const without = await measure(pool, query);
  await pool.query(
    'CREATE INDEX orders_customer ON orders (customer_id, placed_at)',
  );
  const with_ = await measure(pool, query);
  const { rows: meta } = await pool.query(
    "SELECT level + 1 AS height FROM bt_metap('orders_customer')",
  );
  await pool.query('DROP INDEX orders_customer');
  console.log(
    `${String(rows).padStart(9)}  ${show(without)}  ${show(with_)}`,
    ` ${meta[0].height}`,
  );
}

await close();
