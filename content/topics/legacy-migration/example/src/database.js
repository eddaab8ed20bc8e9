import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export function openDatabase(file) {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL');
  return db;
}

export function runSql(db, name) {
  db.exec(readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8'));
}

export function transaction(db, work) {
  db.exec('BEGIN IMMEDIATE'); // waits for other writers here, not later
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
