import { setTimeout as sleep } from 'node:timers/promises';

// #region in-transaction
export async function inTransaction(pool, work, { level } = {}) {
  const client = await pool.connect();
  let lost;
  const onLost = (error) => {
    lost = error;
  };
  client.on('error', onLost); // without a listener, the process would end
  try {
    await client.query(level ? `BEGIN ISOLATION LEVEL ${level}` : 'BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT')
      throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(lost); // the pool closes a connection that's lost
  }
}
// #endregion in-transaction

// #region retry
const RETRYABLE = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

export async function withRetry(attemptOnce, { attempts = 10 } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (!RETRYABLE.has(error.code) || attempt === attempts) throw error;
      await sleep(Math.random() * Math.min(200, 5 * 2 ** attempt));
    }
  }
}
// #endregion retry
