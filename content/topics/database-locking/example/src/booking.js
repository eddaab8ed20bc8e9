import { inTransaction } from './transaction.js';

// Three ways to book a vehicle on a ferry. Only the last one keeps the limit.

// #region insert
const INSERT_IF_ROOM = `
  INSERT INTO vehicle
  SELECT $1, f.id, $3 FROM ferry AS f
  WHERE f.id = $2
    AND $3::int + (SELECT coalesce(sum(length_m), 0)
                   FROM vehicle WHERE ferry_id = $2) <= f.deck_m`;

async function insertIfRoom(client, { plate, ferry, length }) {
  const { rowCount } = await client.query(INSERT_IF_ROOM, [
    plate,
    ferry,
    length,
  ]);
  return rowCount === 1 ? 'booked' : 'full';
}
// #endregion insert

export const withoutLock = insertIfRoom;

// #region one
export async function lockInSameStatement(client, { plate, ferry, length }) {
  const { rowCount } = await client.query(
    `WITH f AS (SELECT * FROM ferry WHERE id = $2 FOR NO KEY UPDATE)
     INSERT INTO vehicle
     SELECT $1, f.id, $3 FROM f
     WHERE $3::int + (SELECT coalesce(sum(length_m), 0)
                      FROM vehicle WHERE ferry_id = $2) <= f.deck_m`,
    [plate, ferry, length],
  );
  return rowCount === 1 ? 'booked' : 'full';
}
// #endregion one

// #region two
export async function lockFirst(client, booking) {
  const { rowCount } = await client.query(
    'SELECT FROM ferry WHERE id = $1 FOR NO KEY UPDATE',
    [booking.ferry],
  );
  if (rowCount === 0) throw new Error(`no ferry ${booking.ferry}`);
  return insertIfRoom(client, booking); // a new statement, a new snapshot
}
// #endregion two

// #region book
export function book(pool, booking, method = lockFirst) {
  return inTransaction(pool, async (client) => {
    await client.query("SET LOCAL lock_timeout = '2s'");
    return method(client, booking);
  }).catch((error) => {
    if (error.code === '55P03') return 'busy'; // waited for two seconds
    throw error;
  });
}
// #endregion book
