// #region run
const PROBLEMS = {
  23502: 'invalid', // NOT NULL
  23503: 'unknown reference', // FOREIGN KEY
  23505: 'duplicate', // UNIQUE or PRIMARY KEY
  23514: 'invalid', // CHECK
};

async function run(db, sql, values, problems = PROBLEMS) {
  try {
    const { rows } = await db.query(sql, values);
    return rows.length > 0 ? { row: rows[0] } : { problem: 'not found' };
  } catch (error) {
    const problem = problems[error.code];
    if (!problem) throw error; // a bug or an outage, not the caller's mistake
    return { problem };
  }
}
// #endregion run

// #region create
const COLUMNS = 'id, variety_id, grams, note, version';

export function createVariety(db, name) {
  const sql = 'INSERT INTO variety (name) VALUES ($1) RETURNING id, name';
  return run(db, sql, [name]);
}

export function createPacket(db, { variety_id, grams, note = null }) {
  const sql = `INSERT INTO packet (variety_id, grams, note)
    VALUES ($1, $2, $3) RETURNING ${COLUMNS}`;
  return run(db, sql, [variety_id, grams, note]);
}
// #endregion create

// #region read
export function getPacket(db, id) {
  return run(db, `SELECT ${COLUMNS} FROM packet WHERE id = $1`, [id]);
}

export async function listPackets(db, { after = 0, limit = 20 } = {}) {
  const sql = `SELECT ${COLUMNS} FROM packet
    WHERE id > $1 ORDER BY id LIMIT $2`;
  const { rows } = await db.query(sql, [after, limit]);
  return rows;
}
// #endregion read

// #region update
const CHANGEABLE = ['grams', 'note'];

export async function updatePacket(db, id, version, changes) {
  const columns = Object.keys(changes).filter(
    (column) => changes[column] !== undefined,
  );
  if (columns.length === 0) return { problem: 'invalid' };
  if (columns.some((column) => !CHANGEABLE.includes(column))) {
    return { problem: 'invalid' };
  }
  const sets = columns.map((column, i) => `${column} = $${i + 3}`).join(', ');
  const values = columns.map((column) => changes[column]);
  const sql = `UPDATE packet SET ${sets}, version = version + 1
    WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`;
  const result = await run(db, sql, [id, version, ...values]);
  if (result.problem !== 'not found') return result;

  const current = await getPacket(db, id);
  return current.row ? { problem: 'changed meanwhile' } : current;
}
// #endregion update

// #region delete
export function deletePacket(db, id) {
  return run(db, 'DELETE FROM packet WHERE id = $1 RETURNING id', [id]);
}

export function deleteVariety(db, id) {
  const sql = 'DELETE FROM variety WHERE id = $1 RETURNING id';
  return run(db, sql, [id], { 23503: 'in use' });
}
// #endregion delete
