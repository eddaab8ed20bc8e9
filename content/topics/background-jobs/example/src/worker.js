import { openPool } from './pool.js';
import { createQueues, openQueue } from './queue.js';
import { render } from './render.js';
import { startWork } from './work.js';

const pool = openPool(process.env.DATABASE_URL);
const boss = await openQueue(process.env.DATABASE_URL);
await createQueues(boss);
// #region schedule
await boss.schedule('month-end', '0 3 1 * *', null, {
  tz: 'Europe/Berlin',
  missed: 'once', // every worker was down at three: run it when one is back
});
// #endregion schedule
await startWork(boss, pool, render, {
  localConcurrency: Number(process.env.CONCURRENCY ?? 4),
});
console.log('worker is taking jobs');

// #region stop
process.once('SIGTERM', async () => {
  console.log('SIGTERM: no new jobs');
  await boss.stop({ timeout: 20_000 }); // waits for the jobs that are running
  await pool.end();
  console.log('stopped');
});
// #endregion stop
