import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { DASHBOARD, newestTicketsOneByOne } from '../src/tickets.js';

const server = await startDatabase();
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query('SELECT pg_stat_statements_reset()');

// A day of the desk, in short: a report, five dashboards, 400 ticket lists.
await client.query(
  'SELECT count(*) FROM ticket a JOIN ticket b USING (country) WHERE a.id < 4000',
);
for (let n = 0; n < 5; n++) await client.query(DASHBOARD);
for (let n = 0; n < 400; n++) await newestTicketsOneByOne(client);

const { rows } = await client.query(`
-- #region ranking
SELECT calls, round(total_exec_time) AS total_ms,
       round(mean_exec_time::numeric, 3) AS mean_ms,
       left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 44) AS query
FROM pg_stat_statements
ORDER BY total_exec_time DESC
LIMIT 4
-- #endregion ranking
`);
for (const { calls, total_ms, mean_ms, query } of [
  { calls: 'calls', total_ms: 'total_ms', mean_ms: 'mean_ms', query: 'query' },
  ...rows,
])
  console.log(
    String(calls).padStart(6),
    String(total_ms).padStart(8),
    mean_ms.padStart(9),
    '',
    query,
  );

await client.end();
await server.stop();
