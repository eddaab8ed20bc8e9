// #region query
export const lastOrdersQuery = `SELECT id, total FROM orders
  WHERE customer_id = $1 ORDER BY placed_at DESC LIMIT 10`;

export async function lastOrders(pool, customerId) {
  const { rows } = await pool.query(lastOrdersQuery, [customerId]);
  return rows;
}
// #endregion query
