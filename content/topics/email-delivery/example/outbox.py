"""Emails wait in a table, next to the data that causes them."""

import sqlite3

HOUR = 3600


def connect(path):
    db = sqlite3.connect(path, timeout=10, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.executescript("""
        CREATE TABLE IF NOT EXISTS email (
          id TEXT PRIMARY KEY,
          recipient TEXT NOT NULL,
          title TEXT NOT NULL,
          status TEXT NOT NULL DEFAULT 'queued',
          reason TEXT,
          attempts INTEGER NOT NULL DEFAULT 0,
          due_at REAL NOT NULL,
          expires_at REAL NOT NULL
        );
        CREATE TABLE IF NOT EXISTS suppression (
          address TEXT PRIMARY KEY COLLATE NOCASE, reason TEXT NOT NULL, since REAL NOT NULL
        );
    """)
    return db


# region enqueue
def enqueue_reminders(db, loans, day, now):
    """Running it twice for a day doesn't queue anything twice."""
    db.executemany(
        """INSERT INTO email (id, recipient, title, due_at, expires_at)
           VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
        [
            (f"reminder-{loan}-{day}", to, title, now, now + 18 * HOUR)
            for loan, to, title in loans
            if to  # some readers don't have an address
        ],
    )


# endregion enqueue


# region claim
LEASE = 600  # seconds; an attempt takes a few


def claim(db, now):
    """Takes the next email for ten minutes; after a crash, it comes back."""
    return db.execute(
        """UPDATE email SET attempts = attempts + 1, due_at = ?
           WHERE id = (SELECT id FROM email
                       WHERE status = 'queued' AND due_at <= ?
                       ORDER BY due_at LIMIT 1)
           RETURNING *, recipient COLLATE NOCASE IN
             (SELECT address FROM suppression) AS suppressed""",
        (now + LEASE, now),
    ).fetchone()


# endregion claim


def finish(db, email, status, reason, due_at=0):
    db.execute(
        """UPDATE email SET status = ?, reason = ?, due_at = ?
           WHERE id = ? AND status = 'queued' AND attempts = ?""",
        (status, reason, due_at, email["id"], email["attempts"]),
    )


def suppress(db, address, reason, now):
    db.execute(
        "INSERT INTO suppression VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (address, reason, now),
    )
