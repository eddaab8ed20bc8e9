import { hashPassword } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

const site = 'https://portal.example'; // from the configuration, never from Host

// #region ask
/** Run it after the response has been sent, which is the same in any case. */
export async function sendReset(db, email, sendMail) {
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
    `INSERT INTO tickets
     VALUES ($1, 'reset', $2, now() + interval '20 minutes')`,
    [hashToken(token), rows[0].id],
  );
  await sendMail(name, `Choose a new password: ${site}/reset#${token}`);
}
// #endregion ask

// #region finish
/** @returns whether the token was good */
export async function resetPassword(pool, { token, password }) {
  const hash = await hashPassword(password); // slow, so before the transaction
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(
      `DELETE FROM tickets
       WHERE token_hash = $1 AND purpose = 'reset' AND expires_at > now()
       RETURNING account_id`,
      [hashToken(token)],
    );
    if (rows.length === 1) {
      const id = [rows[0].account_id];
      await client.query(
        'UPDATE accounts SET password_hash = $2 WHERE id = $1',
        [...id, hash],
      );
      await client.query('DELETE FROM tickets WHERE account_id = $1', id);
      await client.query('DELETE FROM sessions WHERE account_id = $1', id);
    }
    await client.query('COMMIT');
    return rows.length === 1;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
// #endregion finish
