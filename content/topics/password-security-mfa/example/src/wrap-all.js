import { wrap } from './hashing.js';

// #region wrap-all
/** Wraps all old hashes. It can be stopped and started again at any time. */
export async function wrapAll(db, batch = 100) {
  let count = 0;
  for (;;) {
    const { rows } = await db.query(
      `SELECT id, password FROM member WHERE password LIKE 'md5:%' LIMIT $1`,
      [batch],
    );
    if (rows.length === 0) return count;
    for (const { id, password } of rows) {
      const { affectedRows } = await db.query(
        'UPDATE member SET password = $3 WHERE id = $1 AND password = $2',
        [id, password, await wrap(password)],
      );
      count += affectedRows;
    }
  }
}
// #endregion wrap-all
