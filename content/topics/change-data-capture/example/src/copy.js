import { DatabaseSync } from 'node:sqlite';

const COLUMNS = ['id', 'name', 'bed', 'notes'];

/** A copy of the table in SQLite, with the position up to which it's complete. */
export class Copy {
  constructor(file = ':memory:') {
    this.db = new DatabaseSync(file);
    this.db.exec(`
      CREATE TABLE IF NOT EXISTS plant
        (id INTEGER PRIMARY KEY, name TEXT NOT NULL, bed TEXT, notes TEXT);
      CREATE TABLE IF NOT EXISTS position (lsn TEXT NOT NULL);`);
  }

  /** null: there's no snapshot yet */
  get lsn() {
    return this.db.prepare('SELECT lsn FROM position').get()?.lsn ?? null;
  }

  // #region apply
  /** The changes of one transaction and its position, all or nothing. */
  apply(changes, lsn) {
    this.db.exec('BEGIN');
    try {
      for (const change of changes) this.#change(change);
      this.db.exec('DELETE FROM position');
      this.db.prepare('INSERT INTO position VALUES (?)').run(lsn);
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  #change({ tag, key, old, new: row }) {
    if (tag === 'truncate') return this.db.exec('DELETE FROM plant');
    const { id } = key ?? old ?? row; // an update has a key if it changed
    if (tag === 'delete')
      return this.db.prepare('DELETE FROM plant WHERE id = ?').run(id);
    // undefined: a large value that wasn't changed isn't in the log
    const names = COLUMNS.filter((name) => row[name] !== undefined);
    const values = names.map((name) => row[name]);
    if (tag === 'insert')
      this.db
        .prepare(
          `INSERT INTO plant (${names}) VALUES (${names.map(() => '?')})`,
        )
        .run(...values);
    else
      this.db
        .prepare(
          `UPDATE plant SET ${names.map((name) => `${name} = ?`)} WHERE id = ?`,
        )
        .run(...values, id);
  }
  // #endregion apply

  all() {
    return this.db.prepare('SELECT * FROM plant ORDER BY id').all();
  }

  close() {
    this.db.close();
  }
}
