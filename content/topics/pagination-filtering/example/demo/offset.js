import pg from 'pg';
import { startDatabase } from '../dev/database.js';

const database = await startDatabase();
const client = new pg.Client({ connectionString: database.url });
await client.connect();
await client.query(`
  INSERT INTO sightings (species, seen_at, birds)
  SELECT 'heron', timestamptz '2026-04-01 06:00Z' + n * interval '1 minute', 1
  FROM generate_series(1, 8) AS n`);

// #region offset
const page = async (text) => {
  const { rows } = await client.query(`SELECT id FROM sightings ${text}`);
  return rows.map((row) => row.id).join(' ');
};
const order = 'ORDER BY seen_at DESC, id DESC LIMIT 3';

console.log('page 1:          ', await page(order));
await client.query(`
  INSERT INTO sightings (species, seen_at, birds)
  VALUES ('heron', '2026-04-01 07:00Z', 2)`); // someone sees number 9
console.log('page 2 by offset:', await page(`${order} OFFSET 3`));
console.log(
  'page 2 by keyset:',
  await page(`WHERE (seen_at, id) < ('2026-04-01 06:06Z', 6) ${order}`),
);
// #endregion offset

await client.end();
await database.stop();
