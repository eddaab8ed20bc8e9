import { Broken, Unavailable } from './licenses.js';

// #region signup
export async function signUp(db, checkLicense, { email, number }) {
  const id = crypto.randomUUID(); // also the provider's idempotency key
  db.prepare(
    `INSERT INTO signup (id, email, number, status)
     VALUES (?, ?, ?, 'pending')`,
  ).run(id, email, number);
  return settle(db, checkLicense, { id, number });
}

/** For a scheduled job: tries again what is still pending. */
export async function settlePending(db, checkLicense) {
  const rows = db
    .prepare(`SELECT id, number FROM signup WHERE status = 'pending'`)
    .all();
  for (const row of rows) await settle(db, checkLicense, row);
}

async function settle(db, checkLicense, { id, number }) {
  try {
    const { valid } = await checkLicense(number, id);
    const status = valid ? 'approved' : 'refused';
    db.prepare(
      `UPDATE signup SET status = ? WHERE id = ? AND status = 'pending'`,
    ).run(status, id);
    return status;
  } catch (error) {
    if (error instanceof Broken) console.error(`ALERT: ${error.message}`);
    else if (!(error instanceof Unavailable)) throw error;
    return 'pending'; // may look at cars, but not open one
  }
}
// #endregion signup
