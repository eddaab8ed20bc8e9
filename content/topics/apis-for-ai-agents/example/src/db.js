import { DatabaseSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS sellers (id TEXT PRIMARY KEY, shop TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY,
    shop TEXT NOT NULL,
    placed_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('paid', 'shipped', 'returned')),
    buyer_email TEXT NOT NULL,
    buyer_address TEXT NOT NULL,
    buyer_note TEXT NOT NULL,
    total_cents INTEGER NOT NULL,
    refunded_cents INTEGER NOT NULL DEFAULT 0,
    CHECK (refunded_cents BETWEEN 0 AND total_cents)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS refund_requests (
    id TEXT PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders,
    from_cents INTEGER NOT NULL,
    to_cents INTEGER NOT NULL,
    reason TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'waiting'
      CHECK (status IN ('waiting', 'approved', 'rejected')),
    UNIQUE (order_id, from_cents, to_cents)
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS one_waiting_per_order
    ON refund_requests (order_id) WHERE status = 'waiting';
  CREATE TABLE IF NOT EXISTS calls (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL DEFAULT current_timestamp,
    user TEXT NOT NULL,
    client TEXT NOT NULL,
    tool TEXT NOT NULL,
    arguments TEXT NOT NULL,
    outcome TEXT
  ) STRICT;
`;

export function open(file = ':memory:') {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(schema);
  return db;
}

/** All statements of work, or none. The lock comes first, so no one writes in between. */
export function transaction(db, work) {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
