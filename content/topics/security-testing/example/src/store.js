import { DatabaseSync } from 'node:sqlite';

// Two users, two bikes, one rental each. The tokens stand for a login.
export function openStore() {
  const db = new DatabaseSync(':memory:');
  db.exec(`
    CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL,
      role TEXT NOT NULL DEFAULT 'member', token TEXT NOT NULL UNIQUE);
    CREATE TABLE bikes (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE rentals (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL,
      bike_id INTEGER NOT NULL REFERENCES bikes, hours INTEGER NOT NULL,
      price INTEGER NOT NULL);
    INSERT INTO users (id, name, token) VALUES
      (1, 'Ana', 'token-of-ana'), (2, 'Ben', 'token-of-ben');
    INSERT INTO bikes VALUES (1, 'Red racer'), (2, 'Blue cargo bike');
    INSERT INTO rentals VALUES (1, 1, 1, 2, 800), (2, 2, 2, 5, 2000);
  `);
  return db;
}
