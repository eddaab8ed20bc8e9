import { setTimeout as sleep } from 'node:timers/promises';

/** Stands in for a call that checks a card and charges nothing: 15 ms. */
const checkCard = () => sleep(15);

// #region slow
/** Locks the day, then asks the card service: every sale of a day waits. */
export async function buyHoldingTheLock(pool, day) {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query(
      'SELECT places FROM day WHERE id = $1 FOR UPDATE',
      [day],
    );
    if (rows[0].places === 0) return false;
    await checkCard();
    await client.query('UPDATE day SET places = places - 1 WHERE id = $1', [
      day,
    ]);
    await client.query('INSERT INTO ticket (day_id) VALUES ($1)', [day]);
    return true;
  });
}
// #endregion slow

// #region fast
/** Asks the card service first, and locks the day for two statements only. */
export async function buy(pool, day) {
  await checkCard();
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE day SET places = places - 1 WHERE id = $1 AND places > 0',
      [day],
    );
    if (rowCount === 0) return false;
    await client.query('INSERT INTO ticket (day_id) VALUES ($1)', [day]);
    return true;
  });
}
// #endregion fast

async function inTransaction(pool, work) {
  const client = await pool.connect();
  let failure;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    failure = error; // closes the connection, so PostgreSQL rolls back
    throw error;
  } finally {
    client.release(failure);
  }
}
