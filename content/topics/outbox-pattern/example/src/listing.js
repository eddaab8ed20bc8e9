import { inTransaction } from './transaction.js';

// #region price
export function setPrice(pool, id, price, work = async () => {}) {
  return inTransaction(pool, async (client) => {
    // The update locks the listing until the commit, so the outbox ids of one
    // listing follow its commits.
    const { rows } = await client.query(
      `UPDATE listing SET price = $2, version = version + 1
       WHERE id = $1 RETURNING price, version`,
      [id, price],
    );
    if (rows.length === 0) throw new Error(`no listing ${id}`);
    await client.query(
      'INSERT INTO outbox (key, type, body) VALUES ($1, $2, $3)',
      [`listing-${id}`, 'PriceChanged', { id, ...rows[0] }],
    );
    await work(); // whatever else the transaction does
  });
}
// #endregion price
