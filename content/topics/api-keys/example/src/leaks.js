import { findKeys } from './format.js';

// #region leaks
/** Revokes the keys in a text. The hash must fit, or anyone could switch off a key by its ID. */
export async function revokeLeaks(db, text) {
  const revoked = [];
  for (const { id, hash } of findKeys(text)) {
    const { rows } = await db.query(
      `UPDATE api_key SET revoked_at = coalesce(revoked_at, now())
       WHERE id = $1 AND hash = $2 RETURNING owner, name`,
      [id, hash],
    );
    revoked.push(...rows);
  }
  return revoked;
}
// #endregion leaks
