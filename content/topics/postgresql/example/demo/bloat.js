import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';

const server = await startDatabase();
const connect = async (name) => {
  const client = new pg.Client({
    connectionString: server.url,
    application_name: name,
  });
  await client.connect();
  return client;
};
const sensor = await connect('sensor');
const console_ = await connect('console');
const reader = await connect('reader');
await sensor.query(`
  CREATE TABLE tool (id int PRIMARY KEY, seen timestamptz, note text)
    WITH (autovacuum_enabled = off);
  INSERT INTO tool SELECT n, now(), repeat('x', 100) FROM generate_series(1, 400) AS n;
  CREATE TABLE other (id int); INSERT INTO other VALUES (1)`);

let vacuum = '';
sensor.on('notice', ({ message }) => {
  if (message.includes('public.tool"')) vacuum = message;
});

// #region bloat
async function vacuumed() {
  await sensor.query('VACUUM (VERBOSE) tool');
  const { rows } = await sensor.query(
    "SELECT pg_size_pretty(pg_relation_size('tool')) AS size",
  );
  console.log(`  VACUUM: ${/tuples: (.*)/.exec(vacuum)[1]}`);
  console.log(`  size: ${rows[0].size}`);
}

async function aNight() {
  const start = performance.now();
  for (let n = 0; n < 200; n++)
    await sensor.query('UPDATE tool SET seen = clock_timestamp()');
  const each = (performance.now() - start) / 200;
  console.log(`200 updates of all 400 rows, ${each.toFixed()} ms each`);
  await vacuumed();
}

await reader.query('BEGIN; SELECT 1'); // open, but holds nothing back
await console_.query('BEGIN; UPDATE other SET id = 2'); // went home
await aNight();

const sql = join(import.meta.dirname, '..', 'sql', 'oldest.sql');
const { rows } = await sensor.query(readFileSync(sql, 'utf8'));
for (const { state, holds_back, query } of rows)
  console.log(`${state}, ${holds_back} transactions back: ${query}`);
await console_.query('ROLLBACK');
await vacuumed();
await aNight();
// #endregion bloat

for (const client of [sensor, console_, reader]) await client.end();
await server.stop();
