import { inTransaction } from './transaction.js';

// #region consume
export function consume(pool, { message_id: id, body }) {
  return inTransaction(pool, async (client) => {
    const inbox = await client.query(
      'INSERT INTO inbox VALUES ($1) ON CONFLICT DO NOTHING',
      [id],
    );
    if (inbox.rowCount === 0) return 'known';
    await client.query(
      `INSERT INTO search_index AS s VALUES ($1, $2, $3)
       ON CONFLICT (listing_id) DO UPDATE
       SET price = excluded.price, version = excluded.version
       WHERE s.version < excluded.version`,
      [body.id, body.price, body.version],
    );
    return 'applied';
  });
}
// #endregion consume
