import { randomBytes } from 'node:crypto';
import { hashPassword, isOld, matches } from './hashing.js';

// #region login
/** The first factor. Returns the member, or undefined. */
export async function checkPassword(db, email, typed) {
  const { rows } = await db.query(
    'SELECT * FROM member WHERE email = lower($1)',
    [email],
  );
  const member = rows[0];
  const stored = member?.password;
  if (typed.normalize('NFC').length > 256) return undefined;
  if (!(await matches(stored, typed))) return undefined;

  if (isOld(stored)) {
    await db.query(
      'UPDATE member SET password = $3 WHERE id = $1 AND password = $2',
      [member.id, stored, await hashPassword(typed)],
    );
  }
  return member;
}
// #endregion login

// #region session
export async function startSession(db, member) {
  const id = randomBytes(32).toString('base64url');
  await db.query('INSERT INTO session VALUES ($1, $2, $3)', [
    id,
    member.id,
    member.version, // of the moment when the password was checked
  ]);
  return id;
}

export async function findMember(db, sessionId) {
  const { rows } = await db.query(
    `SELECT member.* FROM session JOIN member
       ON member.id = session.member_id AND member.version = session.version
     WHERE session.id = $1`,
    [sessionId],
  );
  return rows[0];
}
// #endregion session
