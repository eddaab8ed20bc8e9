import { DatabaseSync } from 'node:sqlite';

export function openAccounts() {
  const db = new DatabaseSync(':memory:');
  db.exec(`
    CREATE TABLE account (
      id INTEGER PRIMARY KEY, customer TEXT NOT NULL, email TEXT);
    CREATE TABLE login (
      customer TEXT NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL,
      account_id INTEGER NOT NULL REFERENCES account,
      PRIMARY KEY (customer, issuer, subject))`);
  return db;
}

// #region account
/** The account of whoever logged in. A new one, if there is none yet. */
export function accountFor(db, customer, { iss, sub, email = null }) {
  const known = db
    .prepare(
      `SELECT account_id FROM login
       WHERE customer = ? AND issuer = ? AND subject = ?`,
    )
    .get(customer, iss, sub);
  if (known) return known.account_id;

  const { lastInsertRowid: id } = db
    .prepare('INSERT INTO account (customer, email) VALUES (?, ?)')
    .run(customer, email);
  db.prepare('INSERT INTO login VALUES (?, ?, ?, ?)').run(
    customer,
    iss,
    sub,
    id,
  );
  return id;
}
// #endregion account
