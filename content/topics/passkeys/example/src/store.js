import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

export function openStore(path = ':memory:', timeout = 2_000) {
  const db = new DatabaseSync(path, { timeout });
  db.exec(`
    CREATE TABLE IF NOT EXISTS account (
      handle TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE IF NOT EXISTS passkey (
      id TEXT PRIMARY KEY,
      handle TEXT NOT NULL REFERENCES account,
      public_key BLOB NOT NULL,
      counter INTEGER NOT NULL,
      backed_up INTEGER NOT NULL,
      transports TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS challenge (
      session TEXT NOT NULL, purpose TEXT NOT NULL,
      value TEXT NOT NULL, expires INTEGER NOT NULL,
      PRIMARY KEY (session, purpose)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS challenge_expires ON challenge (expires);`);
  return db;
}

/** The user handle is random: authenticators store it and show it to no one. */
export function createAccount(db, email) {
  const handle = randomBytes(32).toString('base64url');
  db.prepare('INSERT INTO account VALUES (?, ?)').run(handle, email);
  return { handle, email };
}
