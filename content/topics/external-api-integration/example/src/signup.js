import { Broken, Unavailable } from './licenses.js';

// #region signup
export async function signUp(db, checkLicense, { email, number }) {
  const id = crypto.randomUUID(); // also the provider's idempotency key
  db.prepare('INSERT INTO signup (id, email, number) VALUES (?, ?, ?)').run(
    id,
    email,
    number,
  );
  return settle(db, checkLicense, { id, number });
}

async function settle(db, checkLicense, { id, number }) {
  db.prepare('UPDATE signup SET attempts = attempts + 1 WHERE id = ?').run(id);
  try {
    const { valid, until = null } = await checkLicense(number, id);
    const today = new Date().toISOString().slice(0, 10);
    const status = valid && until >= today ? 'approved' : 'refused';
    db.prepare(
      `UPDATE signup SET status = ?, valid_until = ?
       WHERE id = ? AND status = 'pending'`,
    ).run(status, until, id);
    return status;
  } catch (error) {
    if (error instanceof Broken) console.error(`ALERT: ${error.message}`);
    else if (!(error instanceof Unavailable)) throw error;
    return 'pending'; // may look at cars, but not open one
  }
}
// #endregion signup

// #region job
/** For a scheduled job: continues what is pending, until something fails. */
export async function settlePending(db, checkLicense) {
  const rows = db
    .prepare(
      `SELECT id, number FROM signup WHERE status = 'pending'
       AND created_at > datetime('now', '-20 hours')
       ORDER BY attempts, rowid LIMIT 100`,
    )
    .all();
  for (const row of rows) {
    if ((await settle(db, checkLicense, row)) === 'pending') break;
  }
}
// #endregion job
