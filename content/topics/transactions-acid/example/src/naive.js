// #region naive
export async function naiveSell(db, { showId, code }) {
  const { rows } = await db.query('SELECT seats_left FROM show WHERE id = $1', [
    showId,
  ]);
  if (rows.length === 0) return 'no such show';
  const seats = rows[0].seats_left;
  if (seats === 0) return 'sold out';

  await db.query('UPDATE show SET seats_left = $2 WHERE id = $1', [
    showId,
    seats - 1,
  ]);
  await db.query('INSERT INTO ticket (show_id, code) VALUES ($1, $2)', [
    showId,
    code,
  ]);
  await db.query('UPDATE gift_card SET cents = cents - 1200 WHERE code = $1', [
    code,
  ]);
  return 'sold';
}
// #endregion naive
