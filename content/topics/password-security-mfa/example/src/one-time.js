import { createHash, randomBytes } from 'node:crypto';

const sha256 = (code) => createHash('sha256').update(code).digest();

// #region one-time
/** Issues a random code of 128 bits and stores only its hash. */
export async function issue(db, kind, memberId, lifetime) {
  const code = randomBytes(16).toString('hex');
  await db.query(
    `INSERT INTO one_time VALUES ($1, $2, $3, now() + $4::interval)`,
    [kind, memberId, sha256(code), lifetime],
  );
  return code;
}

/** Checks a code and uses it up in one statement. Returns the member's id. */
export async function redeem(db, kind, typed, memberId = null) {
  const code = typed.toLowerCase().replace(/[\s-]/g, '');
  const { rows } = await db.query(
    `DELETE FROM one_time
     WHERE kind = $1 AND code_hash = $2 AND expires_at > now()
       AND member_id = coalesce($3, member_id)
     RETURNING member_id`,
    [kind, sha256(code), memberId],
  );
  return rows[0]?.member_id;
}
// #endregion one-time

/** Whether a code is still valid, without using it up. */
export async function isLive(db, kind, code) {
  const { rows } = await db.query(
    `SELECT FROM one_time
     WHERE kind = $1 AND code_hash = $2 AND expires_at > now()`,
    [kind, sha256(code)],
  );
  return rows.length === 1;
}
