import { hashPassword } from './hashing.js';
import { isLive, issue, redeem } from './one-time.js';

// #region reset
/** Runs as a background job, so the response is the same and equally fast. */
export async function sendReset(db, typed, sendMail) {
  const { rows } = await db.query(
    'SELECT id, email FROM member WHERE email = lower($1)',
    [typed],
  );
  if (rows.length === 0) return;
  const { id, email } = rows[0]; // mail to this one, never to the typed one
  const code = await issue(db, 'reset', id, '30 minutes');
  await sendMail(email, `https://library.example/reset?code=${code}`);
}

export async function finishReset(db, code, password, problemOf) {
  const expired = 'The link has expired or has been used.';
  if (!(await isLive(db, 'reset', code))) return expired; // before it's costly
  const problem = await problemOf(password); // before the code is used up
  if (problem) return problem;
  const hashed = await hashPassword(password);
  return db.transaction(async (tx) => {
    const memberId = await redeem(tx, 'reset', code);
    if (!memberId) return expired;
    await tx.query(
      'UPDATE member SET password = $2, version = version + 1 WHERE id = $1',
      [memberId, hashed],
    );
    await tx.query(
      `DELETE FROM one_time WHERE kind = 'reset' AND member_id = $1`,
      [memberId],
    );
    return undefined;
  });
}
// #endregion reset
