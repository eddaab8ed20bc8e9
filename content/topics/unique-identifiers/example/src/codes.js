import { randomInt } from 'node:crypto';

// #region codes
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'; // no 0, 1, I, L, O, U

export const randomCode = (length = 8) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Stores an invitation under a code that no other one has. */
export async function invite(db, practice, makeCode = randomCode) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { rows } = await db.query(
      `INSERT INTO invitation (code, practice) VALUES ($1, $2)
       ON CONFLICT (code) DO NOTHING RETURNING code`,
      [makeCode(), practice],
    );
    if (rows.length === 1) return rows[0].code;
  }
  throw new Error('five codes in a row were taken: make them longer');
}
// #endregion codes
