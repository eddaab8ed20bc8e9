// #region accept
export async function acceptInvite(db, code, userId) {
  try {
    const { rows } = await db.query('SELECT * FROM invites WHERE code = $1', [
      code,
    ]);
    const invite = rows[0];
    if (!invite) {
      return { ok: false, reason: 'unknown' };
    }
    if (invite.expires_at < new Date()) {
      return { ok: false, reason: 'expired' };
    }
    if (invite.uses >= invite.max_uses) {
      return { ok: false, reason: 'full' };
    }
    await db.query('INSERT INTO members (course_id, user_id) VALUES ($1, $2)', [
      invite.course_id,
      userId,
    ]);
    await db.query('UPDATE invites SET uses = $1 WHERE code = $2', [
      invite.uses + 1,
      code,
    ]);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: 'unknown' };
  }
}
// #endregion accept

// #region code
export function createCode() {
  return Math.random().toString(36).slice(2, 10).toUpperCase();
}
// #endregion code
