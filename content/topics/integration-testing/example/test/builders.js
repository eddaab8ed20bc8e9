// #region builders
/** Adds a slot; a test states only what matters to it. */
export async function aSlot(pool, fields = {}) {
  const { startsAt, chairs } = {
    startsAt: '2026-06-10T14:00:00Z',
    chairs: 2,
    ...fields,
  };
  const { rows } = await pool.query(
    'INSERT INTO slot (starts_at, chairs) VALUES ($1, $2) RETURNING id',
    [startsAt, chairs],
  );
  return rows[0].id;
}
// #endregion builders
