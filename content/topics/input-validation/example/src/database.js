import { PGlite } from '@electric-sql/pglite';

const naiveSchema = `
  CREATE TABLE booking (
    room int, name text, guests int, arrival date, departure date, status text
  )`;

// #region schema
const schema = `
  CREATE TABLE room (number int PRIMARY KEY);
  INSERT INTO room VALUES (11), (12), (21);

  CREATE TABLE booking (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room int NOT NULL REFERENCES room,
    name text NOT NULL,
    guests int NOT NULL CHECK (guests BETWEEN 1 AND 4),
    arrival date NOT NULL,
    departure date NOT NULL CHECK (departure > arrival),
    wishes text[] NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'requested',
    CONSTRAINT room_is_free EXCLUDE USING gist (
      int4range(room, room, '[]') WITH &&,
      daterange(arrival, departure) WITH &&
    )
  )`;
// #endregion schema

export async function createDatabase({ naive = false } = {}) {
  const db = await PGlite.create();
  await db.exec(naive ? naiveSchema : schema);
  return db;
}
