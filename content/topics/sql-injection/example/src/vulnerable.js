// Every function here can be attacked. The repaired ones are in exhibits.js.

// #region search
export function search(db, title) {
  return db.query(`SELECT id, title FROM exhibit WHERE title = '${title}'`);
}
// #endregion search

export function byId(db, id) {
  return db.query(`SELECT id, title FROM exhibit WHERE id = ${id}`);
}

export function byIds(db, ids) {
  return db.query(`SELECT id, title FROM exhibit WHERE id IN (${ids})`);
}

export function sorted(db, sort) {
  return db.query(`SELECT title FROM exhibit ORDER BY ${sort}`);
}

// #region update
export function update(db, id, body) {
  const columns = Object.keys(body);
  const set = columns.map((column, i) => `${column} = $${i + 2}`).join(', ');
  return db.query(`UPDATE exhibit SET ${set} WHERE id = $1`, [
    id,
    ...Object.values(body),
  ]);
}
// #endregion update

// #region stored
export async function countPerRoom(db) {
  const rooms = await db.query('SELECT name FROM room ORDER BY id');
  const counts = [];
  for (const { name } of rooms.rows) {
    const found = await db.query(
      `SELECT count(*)::int AS n FROM exhibit WHERE room = '${name}'`,
    );
    counts.push([name, found.rows[0].n]);
  }
  return counts;
}
// #endregion stored
