import { Secret, TOTP } from 'otpauth';

const totpOf = (secret) =>
  new TOTP({ issuer: 'Library', label: 'member', secret });

/** Starts an enrollment. The factor counts only after confirm(). */
export async function enroll(db, memberId) {
  const secret = new Secret({ size: 20 }).base32;
  const { affectedRows } = await db.query(
    `INSERT INTO totp (member_id, secret) VALUES ($1, $2)
     ON CONFLICT (member_id) DO UPDATE SET secret = $2, last_step = 0
     WHERE NOT totp.confirmed`,
    [memberId, secret],
  );
  if (affectedRows === 0) throw new Error('remove the old factor first');
  return totpOf(secret).toString(); // for the QR code
}

// #region totp
/** Accepts each code once. */
export async function checkTotp(db, memberId, token, options = {}) {
  const { confirm = false, now = Date.now() } = options;
  const { rows } = await db.query(
    'SELECT secret FROM totp WHERE member_id = $1',
    [memberId],
  );
  if (rows.length === 0) return false;
  const totp = totpOf(rows[0].secret);
  const delta = totp.validate({ token, timestamp: now, window: 1 });
  if (delta === null) return false;
  const { affectedRows } = await db.query(
    `UPDATE totp SET last_step = $2, confirmed = true
     WHERE member_id = $1 AND secret = $3
       AND last_step < $2 AND confirmed = $4`,
    [
      memberId,
      totp.counter({ timestamp: now }) + delta,
      rows[0].secret,
      !confirm,
    ],
  );
  return affectedRows === 1;
}
// #endregion totp

/** Removes the factor and its recovery codes, and ends all sessions. */
export function removeTotp(db, memberId) {
  return db.transaction(async (tx) => {
    await tx.query('DELETE FROM totp WHERE member_id = $1', [memberId]);
    await tx.query(
      `DELETE FROM one_time WHERE kind = 'recovery' AND member_id = $1`,
      [memberId],
    );
    await tx.query('UPDATE member SET version = version + 1 WHERE id = $1', [
      memberId,
    ]);
  });
}
