import { DatabaseSync } from 'node:sqlite';

// #region store
/** Only the newest assignment may write. */
export function createFencedStore(file) {
  const db = new DatabaseSync(file);
  db.exec(`
    CREATE TABLE IF NOT EXISTS assignment (newest INTEGER NOT NULL) STRICT;
    INSERT INTO assignment
      SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM assignment);
    CREATE TABLE IF NOT EXISTS bill (name TEXT PRIMARY KEY) STRICT;`);
  const raise = db.prepare('UPDATE assignment SET newest = max(newest, ?)');
  const insert = db.prepare(`
    INSERT INTO bill SELECT ? WHERE ? = (SELECT newest FROM assignment)
    ON CONFLICT (name) DO UPDATE SET name = name`);
  const all = db.prepare('SELECT name FROM bill ORDER BY rowid');

  return {
    fence: (assignment) => raise.run(assignment),
    write: (bill, assignment) =>
      insert.run(bill, assignment).changes === 1 ? 'written' : 'refused',
    bills: () => all.all().map(({ name }) => name),
    close: () => db.close(),
  };
}
// #endregion store
