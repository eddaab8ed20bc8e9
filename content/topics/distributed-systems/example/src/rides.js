import { DatabaseSync } from 'node:sqlite';

// #region schema
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS pass (
    id TEXT PRIMARY KEY,
    rides_left INTEGER NOT NULL CHECK (rides_left >= 0)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS request (
    id TEXT PRIMARY KEY,
    pass TEXT NOT NULL,
    status INTEGER NOT NULL,
    rides_left INTEGER NOT NULL
  ) STRICT;`;
// #endregion schema

export function openRides(file) {
  const db = new DatabaseSync(file, { timeout: 5_000 }); // several processes
  db.exec(SCHEMA);
  const sql = {
    earlier: db.prepare('SELECT * FROM request WHERE id = ?'),
    take: db.prepare(
      'UPDATE pass SET rides_left = rides_left - 1 WHERE id = ? AND rides_left > 0',
    ),
    left: db.prepare('SELECT rides_left FROM pass WHERE id = ?'),
    record: db.prepare('INSERT INTO request VALUES (?, ?, ?, ?)'),
  };

  // #region take
  function takeRide(pass) {
    const { changes } = sql.take.run(pass);
    const row = sql.left.get(pass);
    if (!row) return { status: 404, ridesLeft: 0 };
    return { status: changes === 1 ? 200 : 409, ridesLeft: row.rides_left };
  }

  /** Takes a ride once for each request ID, however often it's called. */
  function takeRideOnce(id, pass) {
    db.exec('BEGIN IMMEDIATE');
    try {
      const earlier = sql.earlier.get(id);
      let result;
      if (earlier && earlier.pass !== pass) result = { status: 422 };
      else if (earlier) {
        result = { status: earlier.status, ridesLeft: earlier.rides_left };
      } else {
        result = takeRide(pass);
        sql.record.run(id, pass, result.status, result.ridesLeft);
      }
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
  // #endregion take

  return {
    takeRide,
    takeRideOnce,
    ridesLeft: (pass) => sql.left.get(pass)?.rides_left,
    sell: (pass, rides) =>
      db.prepare('INSERT INTO pass VALUES (?, ?)').run(pass, rides),
    close: () => db.close(),
  };
}
