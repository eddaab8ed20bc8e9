// #region relay
/** Publishes what's in the outbox. Call it again and again; returns how many. */
export async function relay(pool, publish) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      'SELECT id, body FROM outbox ORDER BY created LIMIT 100 FOR UPDATE SKIP LOCKED',
    );
    for (const { id, body } of rows) {
      const content = Buffer.from(JSON.stringify(body));
      await publish('sales', 'ticket.sold', content, {
        messageId: id,
        contentType: 'application/json',
      });
    }
    await client.query('DELETE FROM outbox WHERE id = ANY($1)', [
      rows.map((row) => row.id),
    ]);
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
// #endregion relay
