// #region buy
/** Sells a seat; the message to the other services is part of the sale. */
export async function buyTicket(pool, seat, buyer) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      'INSERT INTO tickets (seat, buyer) VALUES ($1, $2) RETURNING id',
      [seat, buyer],
    );
    const body = { ticket: rows[0].id, buyer };
    await client.query('INSERT INTO outbox (body) VALUES ($1)', [body]);
    await client.query('COMMIT');
    return rows[0].id;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
// #endregion buy
