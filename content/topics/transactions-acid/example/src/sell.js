import { naiveSell } from './naive.js';
import { inTransaction, withRetry } from './transaction.js';

// #region transaction-only
export function sellInTransaction(pool, order) {
  return inTransaction(pool, (client) => naiveSell(client, order));
}
// #endregion transaction-only

// #region atomic
export function sell(pool, { showId, code }) {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE show SET seats_left = seats_left - 1
       WHERE id = $1 AND seats_left > 0`,
      [showId],
    );
    if (rowCount === 0) {
      const show = await client.query('SELECT FROM show WHERE id = $1', [
        showId,
      ]);
      return show.rowCount === 0 ? 'no such show' : 'sold out';
    }
    await payAndPrint(client, { showId, code });
    return 'sold';
  });
}
// #endregion atomic

// #region pay
async function payAndPrint(client, { showId, code }) {
  await client.query('INSERT INTO ticket (show_id, code) VALUES ($1, $2)', [
    showId,
    code,
  ]);
  await client.query(
    'UPDATE gift_card SET cents = cents - 1200 WHERE code = $1',
    [code],
  );
}
// #endregion pay

// #region lock
export function sellWithLock(pool, { showId, code }) {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query(
      'SELECT seats_left FROM show WHERE id = $1 FOR NO KEY UPDATE',
      [showId],
    );
    if (rows.length === 0) return 'no such show';
    const seats = rows[0].seats_left;
    if (seats === 0) return 'sold out';
    await client.query('UPDATE show SET seats_left = $2 WHERE id = $1', [
      showId,
      seats - 1,
    ]);
    await payAndPrint(client, { showId, code });
    return 'sold';
  });
}
// #endregion lock

// #region serializable
export function sellSerializable(pool, order, onAttempt = () => {}) {
  return withRetry(() => {
    onAttempt();
    return inTransaction(pool, (client) => naiveSell(client, order), {
      level: 'SERIALIZABLE',
    });
  });
}
// #endregion serializable

// #region version
export async function saveTitle(pool, { showId, title, version }) {
  const { rowCount } = await pool.query(
    `UPDATE show SET title = $2, version = version + 1
     WHERE id = $1 AND version = $3`,
    [showId, title, version],
  );
  return rowCount === 1 ? 'saved' : 'changed or deleted by someone else';
}
// #endregion version
