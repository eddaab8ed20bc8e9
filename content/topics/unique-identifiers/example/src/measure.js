import { PGlite } from '@electric-sql/pglite';

// #region measure
const keys = {
  'bigint, identity': 'bigint GENERATED ALWAYS AS IDENTITY',
  'uuid, version 7': 'uuid DEFAULT uuidv7()',
  'uuid, version 4': 'uuid DEFAULT gen_random_uuid()',
  'text, version 4': 'text DEFAULT gen_random_uuid()::text',
};

/** Inserts rows, then 1% more: the size of the key's index, and the log of the 1%. */
export async function measure(type, rows) {
  const db = await PGlite.create();
  await db.exec(`CREATE TABLE visit (id ${type} PRIMARY KEY, animal text)`);
  const insert = (count) =>
    db.exec(
      `INSERT INTO visit (animal) SELECT 'dog' FROM generate_series(1, ${count})`,
    );
  await insert(rows);
  await db.exec('CHECKPOINT');
  const position = async () =>
    (await db.query('SELECT pg_current_wal_insert_lsn() AS at')).rows[0].at;
  const before = await position();
  await insert(rows / 100);
  const { rows: sizes } = await db.query(
    `SELECT pg_relation_size('visit_pkey')::int AS index,
            pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::int AS log`,
    [before],
  );
  await db.close();
  return sizes[0];
}
// #endregion measure

if (import.meta.main) {
  const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`.padStart(8);
  console.log('key of 200,000 rows  index      log of 2,000 more');
  for (const [name, type] of Object.entries(keys)) {
    const { index, log } = await measure(type, 200_000);
    console.log(name.padEnd(18), mb(index), mb(log));
  }
}
