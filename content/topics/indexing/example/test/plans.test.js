import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fill, measure, nodeTypes, openShop } from '../dev/shop.js';
import { lastOrdersQuery } from '../src/last-orders.js';

let pool, close;

before(async () => {
  ({ pool, close } = await openShop());
  await pool.query(readFileSync('migrations/001-orders-customer.sql', 'utf8'));
  await fill(pool, 100_000); // as many rows as it takes for an index to pay
});
after(() => close());

// #region plan-test
test('the last orders of a customer come from the index', async () => {
  const { plan, pages } = await measure(pool, lastOrdersQuery, [42]);
  assert.deepEqual(nodeTypes(plan), ['Limit', 'Index Scan']);
  assert.ok(pages < 20, `${pages} pages`);
});
// #endregion plan-test

test('an included column saves the visit to the table', async () => {
  await pool.query(
    'CREATE INDEX ON orders (customer_id, placed_at) INCLUDE (id, total)',
  );
  await pool.query('VACUUM orders');
  const { plan, pages } = await measure(pool, lastOrdersQuery, [42]);
  assert.deepEqual(nodeTypes(plan), ['Limit', 'Index Only Scan']);
  assert.ok(pages < 8, `${pages} pages`);
});

test('a partial index holds only the rare rows', async () => {
  await pool.query(
    "CREATE INDEX orders_open ON orders (placed_at) WHERE status = 'open'",
  );
  const { rows } = await pool.query(
    "SELECT reltuples::int AS entries FROM pg_class WHERE relname = 'orders_open'",
  );
  assert.equal(rows[0].entries, 100);
  const { plan } = await measure(
    pool,
    "SELECT id FROM orders WHERE status = 'open' ORDER BY placed_at LIMIT 5",
  );
  assert.deepEqual(nodeTypes(plan), ['Limit', 'Index Scan']);
});
