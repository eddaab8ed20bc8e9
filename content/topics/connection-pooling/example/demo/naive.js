import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createPool } from '../src/pool.js';

const { url, stop } = await startDatabase();
const pool = createPool(url);

// #region naive
async function naiveQuery() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query('SELECT 1');
  } finally {
    await client.end();
  }
}
// #endregion naive

async function oneByOne(query, times = 200) {
  await query();
  const startedAt = performance.now();
  for (let n = 0; n < times; n += 1) await query();
  return ((performance.now() - startedAt) / times).toFixed(2);
}

async function atOnce(query, times = 100) {
  const requests = Array.from({ length: times }, () =>
    query().then(
      () => 'ok',
      (error) => error.message,
    ),
  );
  const results = await Promise.all(requests);
  return Object.groupBy(results, (result) => result);
}

for (const [name, query] of [
  ['a connection per query', naiveQuery],
  ['a pool of 10', () => pool.query('SELECT 1')],
]) {
  console.log(`${name}: ${await oneByOne(query)} ms per query`);
  for (const [result, all] of Object.entries(await atOnce(query))) {
    console.log(`  100 at once: ${all.length} ${result}`);
  }
}

await pool.end();
await stop();
