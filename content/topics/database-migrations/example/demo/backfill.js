import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { backfill } from '../src/backfill.js';
import { migrate } from '../src/migrate.js';

if (process.argv[2]) {
  const db = new pg.Client({ connectionString: process.argv[2] });
  await db.connect();
  await backfill(db);
  await db.end();
  process.exit();
}

const server = await startDatabase();
await migrate(server.url, { count: 2 });
const db = new pg.Client({ connectionString: server.url });
await db.connect();
await db.query(
  'INSERT INTO product (price) SELECT n / 100.0 FROM generate_series(1, 200000) AS n',
);
const filled = async () =>
  (await db.query('SELECT count(price_cents)::int AS n FROM product')).rows[0]
    .n;

// #region kill
for (const milliseconds of [1500, 3000]) {
  const job = fork(import.meta.filename, [server.url]);
  await sleep(milliseconds);
  job.kill('SIGKILL');
  await once(job, 'exit');
  console.log(`killed after ${milliseconds} ms: ${await filled()} filled`);
}
console.log('third run changed', await backfill(db));
console.log('fourth run changed', await backfill(db), 'in all', await filled());
// #endregion kill

await db.end();
await server.stop();
