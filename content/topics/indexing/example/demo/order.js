import { fill, measure, openShop } from '../dev/shop.js';

const { pool, close } = await openShop();
await fill(pool, 1_000_000);

const queries = {
  'last 10 of a customer': `SELECT id, total FROM orders
    WHERE customer_id = 42 ORDER BY placed_at DESC LIMIT 10`,
  'one month of a customer': `SELECT id, total FROM orders
    WHERE customer_id = 42
    AND placed_at >= '2025-03-01' AND placed_at < '2025-04-01'`,
  'one day, all customers': `SELECT id, total FROM orders
    WHERE placed_at >= '2025-03-03' AND placed_at < '2025-03-04'`,
};

for (const columns of ['customer_id, placed_at', 'placed_at, customer_id']) {
  await pool.query(`CREATE INDEX orders_demo ON orders (${columns})`);
  console.log(`index on (${columns})`);
  for (const [name, query] of Object.entries(queries)) {
    const { plan, pages, ms } = await measure(pool, query);
    const scan = plan.Plans?.[0] ?? plan;
    console.log(
      `  ${name}: ${plan['Actual Rows']} rows from ${pages} pages,`,
      `${ms.toFixed(2)} ms, ${scan['Node Type']}`,
    );
  }
  await pool.query('DROP INDEX orders_demo');
}

await close();
