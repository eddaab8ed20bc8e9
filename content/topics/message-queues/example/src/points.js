/** Trying again won't help: the message itself is wrong. */
export class BadMessage extends Error {}

// #region handle
/** Adds ten points for a sold ticket, once for each message. */
export async function addPoints(pool, messageId, content) {
  if (!messageId) throw new BadMessage('no message ID');
  let sale;
  try {
    sale = JSON.parse(content);
  } catch {
    throw new BadMessage('not JSON');
  }
  if (typeof sale?.buyer !== 'string') throw new BadMessage('no buyer');

  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query(
      'INSERT INTO handled (message) VALUES ($1) ON CONFLICT DO NOTHING',
      [messageId],
    );
    if (rowCount === 1) {
      await client.query(
        `INSERT INTO points VALUES ($1, 10)
         ON CONFLICT (buyer) DO UPDATE SET points = points.points + 10`,
        [sale.buyer],
      );
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
// #endregion handle
