import pg from 'pg';
import { startDatabase } from '../dev/database.js';

const database = await startDatabase();
const client = new pg.Client({ connectionString: database.url });
await client.connect();
await client.query(`
  INSERT INTO sightings (species, seen_at, birds)
  SELECT 'heron', timestamptz '2026-01-01Z' + n * interval '1 second', n % 50
  FROM generate_series(1, 1000000) AS n`);
await client.query('VACUUM ANALYZE sightings');

for (const text of [
  'ORDER BY seen_at DESC, id DESC LIMIT 20 OFFSET 500000',
  `WHERE (seen_at, id) < ('2026-01-06 18:53:20Z', 500000)
   ORDER BY seen_at DESC, id DESC LIMIT 20`,
]) {
  const { rows } = await client.query(
    `EXPLAIN (ANALYZE, COSTS OFF, BUFFERS OFF, SUMMARY OFF, TIMING OFF)
     SELECT * FROM sightings ${text}`,
  );
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'), '\n');
}
await client.end();
await database.stop();
