import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from './db.js';

// #region transaction
/** Runs `work` in a transaction, and again from its start after a deadlock. */
export async function transaction(work, { attempts = 4 } = {}) {
  for (let attempt = 1; ; attempt++) {
    const connection = await pool.getConnection();
    try {
      await connection.beginTransaction();
      const result = await work(connection);
      await connection.commit();
      connection.release();
      return result;
    } catch (error) {
      // Closes the connection, and with it whatever is left of the transaction.
      connection.destroy();
      if (error.code !== 'ER_LOCK_DEADLOCK' || attempt === attempts)
        throw error;
    }
    await sleep(Math.random() * 20 * 2 ** attempt);
  }
}
// #endregion transaction
