import { withClient } from './pool.js';

// #region nested
export function placeOrderNested(pool) {
  return withClient(pool, async (client) => {
    await client.query('SELECT 1'); // save the order
    await writeAuditEntry(pool); // asks the pool for a second connection
    return 'placed';
  });
}
// #endregion nested

// #region passed-on
export function placeOrder(pool) {
  return withClient(pool, async (client) => {
    await client.query('SELECT 1'); // save the order
    await writeAuditEntry(client); // uses the connection that we have
    return 'placed';
  });
}

function writeAuditEntry(db) {
  return db.query('SELECT 1');
}
// #endregion passed-on
