// A schema change behind a long report stops every reader, unless it gives up.
import { setTimeout as sleep } from 'node:timers/promises';
import { openLab, reset } from '../dev/lab.js';

const { pool, close } = await openLab();
await reset(pool);
for (const timeout of ['0', '500ms']) {
  const [report, change, reader] = await Promise.all(
    [1, 2, 3].map(() => pool.connect()),
  );
  await change.query(`SET lock_timeout = '${timeout}'`);
  const slow = report.query('SELECT pg_sleep(3), count(*) FROM vehicle');
  await sleep(200);
  const alter = change
    .query('ALTER TABLE vehicle ADD COLUMN IF NOT EXISTS color text')
    .then(
      () => 'done',
      (error) => `${error.code} ${error.message}`,
    );
  await sleep(200);
  const start = performance.now();
  await reader.query('SELECT count(*) FROM vehicle');
  const waited = ((performance.now() - start) / 1000).toFixed(1);
  await slow;
  console.log(`lock_timeout ${timeout}: ALTER ${await alter};`);
  console.log(`  a SELECT meanwhile waited ${waited} s`);
  for (const client of [report, change, reader]) client.release(true);
}
await close();
