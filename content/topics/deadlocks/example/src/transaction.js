import { setTimeout as sleep } from 'node:timers/promises';

export async function inTransaction(pool, work) {
  const client = await pool.connect();
  let lost;
  const onLost = (error) => {
    lost = error;
  };
  client.on('error', onLost); // without a listener, the process would end
  try {
    await client.query('BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    // PostgreSQL rolls back, without an error, if a statement has failed.
    if (command !== 'COMMIT') throw new Error('work() hid a failed statement');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onLost);
    throw error;
  } finally {
    client.off('error', onLost);
    client.release(lost); // the pool closes a connection that's lost
  }
}

// #region retry
const DEADLOCK = '40P01';

/** Runs work(client) in a transaction, and again from BEGIN if it's a victim. */
export async function withRetry(pool, work, { attempts = 4, onRetry } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, work);
    } catch (error) {
      if (error.code !== DEADLOCK || attempt >= attempts) throw error;
      onRetry?.(attempt, error);
      await sleep(Math.random() * 50 * 2 ** attempt);
    }
  }
}
// #endregion retry
