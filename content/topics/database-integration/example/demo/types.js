import { startDatabase } from '../dev/database.js';
import pg from 'pg';

const { url, stop } = await startDatabase();
const client = new pg.Client({ connectionString: url });
await client.connect();

// #region types
const { rows } = await client.query(`
  SELECT count(*) AS total,
         19.90 AS price,
         date '2026-05-05' AS birthday,
         timestamptz '2026-05-05 00:00+02' AS joined,
         '{"daily": true}'::jsonb AS settings,
         NULL AS phone
  FROM generate_series(1, 41)`);
console.log(rows[0]);
console.log('one more:', rows[0].total + 1);
console.log('birthday in JSON:', JSON.stringify(rows[0].birthday));
// #endregion types

// #region fixed
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const fixed = await client.query(`
  SELECT count(*)::int AS total,
         date '2026-05-05' AS birthday
  FROM generate_series(1, 41)`);
console.log('one more:', fixed.rows[0].total + 1);
console.log('birthday in JSON:', JSON.stringify(fixed.rows[0].birthday));
// #endregion fixed

await client.end();
await stop();
