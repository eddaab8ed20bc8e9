import { inTransaction } from './database.js';
import { hashPassword, problemOf } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

const site = 'https://portal.example'; // from the configuration, never from Host
const expired = {
  status: 410,
  error: 'This link has expired. Ask for another.',
};

// #region ask
/** Run it as a job: the response is the same, and doesn't wait for it. */
export async function sendReset({ db, sendMail }, email) {
  const name = email.trim().toLowerCase();
  const { rows } = await db.query('SELECT id FROM accounts WHERE email = $1', [
    name,
  ]);
  if (rows.length === 0) {
    const text = 'Someone asked for a new password. You have no account here.';
    return sendMail(name, text);
  }
  const token = newToken();
  await db.query(
    `INSERT INTO reset_tokens
     VALUES ($1, $2, now() + interval '20 minutes')`,
    [hashToken(token), rows[0].id],
  );
  await sendMail(name, `Choose a new password: ${site}/reset#${token}`);
}
// #endregion ask

// #region finish
export async function resetPassword(services, { token, password, network }) {
  const { db, limits, isLeaked } = services;
  const key = [hashToken(token)];
  const isLive = 'token_hash = $1 AND expires_at > now()';

  const found = await db.query(`SELECT FROM reset_tokens WHERE ${isLive}`, key);
  if (found.rowCount === 0) return expired;
  const problem = await problemOf(password, { isLeaked });
  if (problem) return { status: 422, error: problem }; // the link still works

  // Of a hundred requests with this token, one gets past this line.
  const { rows } = await db.query(
    `DELETE FROM reset_tokens WHERE ${isLive} RETURNING account_id`,
    key,
  );
  if (rows.length === 0) return expired;
  const hash = await hashPassword(password);
  const email = await changePassword(db, rows[0].account_id, hash);
  await limits.clear(email, network);
  return { status: 204 };
}

function changePassword(db, id, hash) {
  return inTransaction(db, async (client) => {
    // First, so that a login that starts a session now waits, and then fails.
    const { rows } = await client.query(
      `UPDATE accounts
       SET password_hash = $2, password_version = password_version + 1
       WHERE id = $1 RETURNING email`,
      [id, hash],
    );
    await client.query('DELETE FROM reset_tokens WHERE account_id = $1', [id]);
    await client.query('DELETE FROM sessions WHERE account_id = $1', [id]);
    return rows[0].email;
  });
}
// #endregion finish
