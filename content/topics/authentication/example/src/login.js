import { Secret, TOTP } from 'otpauth';
import { beginAttempt, forgetAttempt } from './limits.js';
import { hashPassword, isOutdated, isRight } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

const refusal = { status: 401, error: 'Wrong email or password.' };
const later = { status: 429, error: 'Too many attempts. Try again later.' };

// #region password
/** The first step. Its result is a session, or a ticket for the second step. */
export async function logIn(db, { email, password, network }) {
  const name = email.trim().toLowerCase();
  const attempt = await beginAttempt(db, name, network);
  if (!attempt) return later;

  const { rows } = await db.query('SELECT * FROM accounts WHERE email = $1', [
    name,
  ]);
  const account = rows[0];
  if (!(await isRight(account?.password_hash, password))) return refusal;
  await forgetAttempt(db, attempt);
  if (isOutdated(account.password_hash)) {
    await db.query('UPDATE accounts SET password_hash = $2 WHERE id = $1', [
      account.id,
      await hashPassword(password),
    ]);
  }
  if (!account.totp_secret) return startSession(db, account.id);
  return { status: 200, ticket: await newTicket(db, account.id) };
}
// #endregion password

async function startSession(db, accountId) {
  const session = newToken();
  await db.query('INSERT INTO sessions VALUES ($1, $2)', [
    hashToken(session),
    accountId,
  ]);
  return { status: 200, session };
}

async function newTicket(db, accountId) {
  const ticket = newToken();
  await db.query(
    `INSERT INTO tickets
     VALUES ($1, 'second factor', $2, now() + interval '5 minutes')`,
    [hashToken(ticket), accountId],
  );
  return ticket;
}

// #region second
/** The second step. The ticket opens nothing but this. */
export async function checkCode(db, { ticket, code, network }) {
  const { rows } = await db.query(
    `SELECT a.* FROM tickets t JOIN accounts a ON a.id = t.account_id
     WHERE t.token_hash = $1 AND t.purpose = 'second factor'
       AND t.expires_at > now()`,
    [hashToken(ticket)],
  );
  const account = rows[0];
  if (!account) return { status: 401, error: 'Log in again.' };
  const attempt = await beginAttempt(db, `code of ${account.email}`, network);
  if (!attempt) return later;

  const totp = new TOTP({ secret: Secret.fromBase32(account.totp_secret) });
  const delta = totp.validate({ token: code, window: 1 });
  const step = totp.counter() + (delta ?? 0);
  // Accepted only if it's newer than the last code that was used.
  const used =
    delta !== null &&
    (await db.query(
      `UPDATE accounts SET totp_used_step = $2
       WHERE id = $1 AND totp_used_step < $2`,
      [account.id, step],
    ));
  if (!used || used.rowCount === 0) {
    return { status: 401, error: 'Wrong code.' };
  }
  await forgetAttempt(db, attempt);
  await db.query('DELETE FROM tickets WHERE token_hash = $1', [
    hashToken(ticket),
  ]);
  return startSession(db, account.id);
}
// #endregion second
