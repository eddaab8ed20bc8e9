// #region one
export class Problem extends Error {}

const PROBLEMS = {
  noRow: 'not found',
  22003: 'invalid', // a number out of range
  22021: 'invalid', // text with the character \u0000
  '22P02': 'invalid', // 'abc' for a number
  23502: 'invalid', // NOT NULL
  23503: 'unknown reference', // FOREIGN KEY
  23505: 'duplicate', // UNIQUE or PRIMARY KEY
  23514: 'invalid', // CHECK
};

async function all(db, sql, values, problems = PROBLEMS) {
  const { rows } = await db.query(sql, values).catch((error) => {
    const problem = problems[error.code];
    throw problem ? new Problem(problem, { cause: error }) : error;
  });
  return rows;
}

async function one(db, sql, values, problems = PROBLEMS) {
  const [row] = await all(db, sql, values, problems);
  if (!row) throw new Problem(problems.noRow);
  return row;
}
// #endregion one

// #region create
const COLUMNS = 'id, variety_id, grams, note, version';

export function createPacket(db, { variety_id, grams, note }) {
  const sql = `INSERT INTO packet (variety_id, grams, note)
    VALUES ($1, $2, $3) RETURNING ${COLUMNS}`;
  return one(db, sql, [variety_id, grams, note]);
}
// #endregion create

export function createVariety(db, name) {
  const sql = 'INSERT INTO variety (name) VALUES ($1) RETURNING id, name';
  return one(db, sql, [name]);
}

// #region read
export function getPacket(db, id) {
  return one(db, `SELECT ${COLUMNS} FROM packet WHERE id = $1`, [id]);
}

export function listPackets(db, { after } = {}) {
  const sql = `SELECT ${COLUMNS} FROM packet
    WHERE id > $1 ORDER BY id LIMIT 20`;
  return all(db, sql, [after ?? 0]);
}
// #endregion read

// #region update
export async function updatePacket(db, id, version, changes) {
  const packet = await getPacket(db, id);
  if (packet.version !== Number(version)) {
    throw new Problem('changed meanwhile');
  }

  const { grams = packet.grams, note = packet.note } = changes;
  const sql = `UPDATE packet SET grams = $3, note = $4, version = version + 1
    WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`;
  const problems = { ...PROBLEMS, noRow: 'changed meanwhile' };
  return one(db, sql, [id, version, grams, note], problems);
}
// #endregion update

// #region delete
export function deletePacket(db, id) {
  return one(db, 'DELETE FROM packet WHERE id = $1 RETURNING id', [id]);
}

export function deleteVariety(db, id) {
  const sql = 'DELETE FROM variety WHERE id = $1 RETURNING id';
  return one(db, sql, [id], { ...PROBLEMS, 23503: 'in use' });
}
// #endregion delete
