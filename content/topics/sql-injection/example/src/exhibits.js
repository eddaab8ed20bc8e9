export class BadRequest extends Error {}

// #region search
export function search(db, title) {
  return db.query('SELECT id, title FROM exhibit WHERE title = $1', [title]);
}
// #endregion search

// #region ids
export function byIds(db, ids) {
  return db.query(
    'SELECT id, title FROM exhibit WHERE id = ANY($1::int[]) ORDER BY id',
    [[ids].flat().map(toId)],
  );
}

function toId(text) {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadRequest('That is not an id.');
  return Number(text);
}
// #endregion ids

export function byId(db, id) {
  return db.query('SELECT id, title FROM exhibit WHERE id = $1', [toId(id)]);
}

// #region sort
const orders = new Map([
  ['oldest', 'year ASC, id'],
  ['newest', 'year DESC, id'],
  ['title', 'title ASC, id'],
]);

export async function sorted(db, sort) {
  const order = orders.get(sort);
  if (!order) {
    throw new BadRequest(`Sort by one of: ${[...orders.keys()].join(', ')}.`);
  }
  return db.query(`SELECT title FROM exhibit ORDER BY ${order}`);
}
// #endregion sort

// #region contains
export function containing(db, text) {
  const literal = text.replace(/[\\%_]/g, '\\$&');
  return db.query(
    `SELECT title FROM exhibit WHERE title LIKE $1 ESCAPE '\\' ORDER BY id`,
    [`%${literal}%`],
  );
}
// #endregion contains

// #region update
const editable = new Map([
  ['title', 'title'],
  ['year', 'year'],
]);

export async function update(db, id, body) {
  const set = [];
  const values = [toId(id)];
  for (const [field, value] of Object.entries(body)) {
    const column = editable.get(field);
    if (!column) throw new BadRequest(`You can't change ${field}.`);
    values.push(value);
    set.push(`${column} = $${values.length}`);
  }
  if (set.length === 0) throw new BadRequest('There is nothing to change.');
  return db.query(`UPDATE exhibit SET ${set.join(', ')} WHERE id = $1`, values);
}
// #endregion update

// #region stored
export async function countPerRoom(db) {
  const { rows } = await db.query(`
    SELECT room.name, count(exhibit.id)::int AS n
    FROM room LEFT JOIN exhibit ON exhibit.room = room.name
    GROUP BY room.id, room.name
    ORDER BY room.id`);
  return rows.map(({ name, n }) => [name, n]);
}
// #endregion stored
