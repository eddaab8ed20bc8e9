PRAGMA journal_mode = WAL;

CREATE TABLE IF NOT EXISTS seed (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    packets INTEGER NOT NULL CHECK (packets >= 0)
);
