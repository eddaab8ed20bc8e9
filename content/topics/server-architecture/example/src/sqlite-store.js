// #region sqlite
import { DatabaseSync } from 'node:sqlite';

export function sqliteStore(file) {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA busy_timeout = 2000'); // wait for another instance's write
  db.exec('CREATE TABLE IF NOT EXISTS bookings (slot TEXT, name TEXT)');
  const insert = db.prepare(
    `INSERT INTO bookings (slot, name)
     SELECT :slot, :name
     WHERE (SELECT count(*) FROM bookings WHERE slot = :slot) < :max`,
  );
  return {
    async add(slot, name, max) {
      return insert.run({ slot, name, max }).changes === 1;
    },
    close: () => db.close(),
  };
}
// #endregion sqlite
