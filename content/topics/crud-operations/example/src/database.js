import { PGlite } from '@electric-sql/pglite';

export async function openDatabase() {
  const db = await PGlite.create();
  await db.exec(`
    CREATE TABLE variety (
      id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL UNIQUE
    );
    CREATE TABLE packet (
      id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      variety_id int NOT NULL REFERENCES variety,
      grams      int NOT NULL CHECK (grams > 0),
      note       text,
      version    int NOT NULL DEFAULT 1
    );
    INSERT INTO variety (name) VALUES ('Black Krim');
    INSERT INTO packet (variety_id, grams, note) VALUES (1, 5, 'from Ines');
  `);
  return db;
}
