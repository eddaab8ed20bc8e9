import { inTransaction } from './transaction.js';

// #region as-user
/** Runs queries in a transaction that tells PostgreSQL who is asking. */
export function asUser(pool, user, work) {
  return inTransaction(pool, async (db) => {
    await db.query(`SELECT set_config('app.user_id', $1, true)`, [user.id]);
    return work(db);
  });
}
// #endregion as-user
