import { setTimeout as sleep } from 'node:timers/promises';
import { hashPassword, isOutdated, isRight } from './passwords.js';
import { hashToken, newToken } from './tokens.js';

const refusal = { status: 401, error: 'Wrong email or password.' };
const later = { status: 429, error: 'Too many attempts. Try again later.' };

// #region login
/** Takes at least 250 ms, which hides how expensive the hash was. */
export async function logIn(services, attempt) {
  const [result] = await Promise.all([check(services, attempt), sleep(250)]);
  return result;
}

async function check({ db, limits }, { email, password, network }) {
  const name = email.trim().toLowerCase();
  if (!(await limits.begin(name, network))) return later;

  const { rows } = await db.query('SELECT * FROM accounts WHERE email = $1', [
    name,
  ]);
  const [account] = rows;
  if (!(await isRight(account?.password_hash, password))) return refusal;

  if (isOutdated(account.password_hash)) await rehash(db, account, password);
  const session = await startSession(db, account);
  if (!session) return refusal; // the password was reset in the meantime
  await limits.succeed(name, network);
  return { status: 200, session };
}
// #endregion login

// #region race
async function rehash(db, { id, password_hash: old }, password) {
  await db.query(
    `UPDATE accounts SET password_hash = $3
     WHERE id = $1 AND password_hash = $2`,
    [id, old, await hashPassword(password)],
  );
}

async function startSession(db, { id, password_version: version }) {
  const session = newToken();
  const { rowCount } = await db.query(
    `INSERT INTO sessions (id_hash, account_id)
     SELECT $1, id FROM accounts
     WHERE id = $2 AND password_version = $3
     FOR SHARE`,
    [hashToken(session), id, version],
  );
  return rowCount === 1 ? session : undefined;
}
// #endregion race
