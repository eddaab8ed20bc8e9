import { randomBytes } from 'node:crypto';

// #region accept
const TAKE_SEAT = `
  WITH seat AS (
    UPDATE invites SET uses = uses + 1
    WHERE code = $1 AND uses < max_uses AND expires_at > $3
    RETURNING course_id
  )
  INSERT INTO members (course_id, user_id)
  SELECT course_id, $2 FROM seat
  RETURNING course_id`;

const EXPLAIN = `
  SELECT expires_at <= $3 AS expired, EXISTS (
    SELECT FROM members m
    WHERE m.course_id = i.course_id AND m.user_id = $2
  ) AS member
  FROM invites i WHERE code = $1`;

const UNIQUE_VIOLATION = '23505';

export async function acceptInvite(db, code, userId, now = new Date()) {
  const values = [code, userId, now];
  try {
    const { rows } = await db.query(TAKE_SEAT, values);
    if (rows.length === 1) return { ok: true };
  } catch (error) {
    if (error.code !== UNIQUE_VIOLATION) throw error;
    return { ok: true }; // already a member, and the statement took no seat
  }

  const { rows } = await db.query(EXPLAIN, values);
  if (rows.length === 0) return { ok: false, reason: 'unknown' };
  if (rows[0].member) return { ok: true };
  return { ok: false, reason: rows[0].expired ? 'expired' : 'full' };
}
// #endregion accept

// #region code
export function createCode() {
  return randomBytes(16).toString('base64url');
}
// #endregion code
