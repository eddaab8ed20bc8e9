import { inTransaction, withRetry } from './transaction.js';

// #region check
export async function countOverlapping(client, { scope, from, to }) {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM booking
     WHERE scope = $1 AND during && tstzrange($2, $3)`,
    [scope, from, to],
  );
  return rows[0].n;
}

export async function insertBooking(client, { scope, from, to }) {
  await client.query('INSERT INTO booking VALUES ($1, tstzrange($2, $3))', [
    scope,
    from,
    to,
  ]);
}

export async function bookIfFree(client, request) {
  if ((await countOverlapping(client, request)) > 0) return 'taken';
  await insertBooking(client, request);
  return 'booked';
}
// #endregion check

// #region serializable
export function book(pool, request, onAttempt = () => {}) {
  return withRetry(() => {
    onAttempt();
    return inTransaction(pool, (client) => bookIfFree(client, request), {
      level: 'SERIALIZABLE',
    });
  });
}
// #endregion serializable

// #region guarded
export async function bookGuarded(db, { scope, from, to }) {
  const { rowCount } = await db.query(
    `INSERT INTO guarded_booking VALUES ($1, tstzrange($2, $3))
     ON CONFLICT DO NOTHING`,
    [scope, from, to],
  );
  return rowCount === 1 ? 'booked' : 'taken';
}
// #endregion guarded
