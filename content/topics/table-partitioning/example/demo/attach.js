import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';

const { pool, stop } = await startDatabase();
const client = await pool.connect();
const [from, to] = ["'2026-09-01 00:00+00'", "'2026-10-01 00:00+00'"];

async function run(label, prepare) {
  await client.query(
    `DROP TABLE IF EXISTS loaded;
     CREATE TABLE loaded (LIKE toll INCLUDING ALL EXCLUDING IDENTITY);
     INSERT INTO loaded
       SELECT n, timestamptz ${from} + n * interval '1 second', n % 40, 350
       FROM generate_series(0, 2591999) AS n`,
  );
  await client.query('VACUUM ANALYZE loaded');
  for (const sql of prepare) await client.query(sql);

  let longest = 0;
  let done = false;
  const writer = (async () => {
    for (let id = -1; !done; id -= 1) {
      const start = performance.now();
      await pool.query(
        `INSERT INTO loaded OVERRIDING SYSTEM VALUE
           VALUES ($1, '2026-09-30 12:00+00', 1, 350)`,
        [id],
      );
      longest = Math.max(longest, performance.now() - start);
      await sleep(5);
    }
  })();
  await sleep(100);
  const start = performance.now();
  await client.query(
    `ALTER TABLE toll ATTACH PARTITION loaded FOR VALUES FROM (${from}) TO (${to})`,
  );
  const ms = performance.now() - start;
  done = true;
  await writer;
  console.log(
    `${label}: ATTACH took ${Math.round(ms)} ms,`,
    `the longest INSERT ${Math.round(longest)} ms`,
  );
  await client.query('ALTER TABLE toll DETACH PARTITION loaded');
}

await run('no preparation', []);
// #region check
await run('with a CHECK', [
  `ALTER TABLE loaded ADD CONSTRAINT september CHECK (passed_at IS NOT NULL
     AND passed_at >= ${from} AND passed_at < ${to}) NOT VALID`,
  'ALTER TABLE loaded VALIDATE CONSTRAINT september',
]);
// #endregion check
client.release();
await stop();
