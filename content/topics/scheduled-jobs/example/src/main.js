import { openPool, openQueue } from './pool.js';
import { jobs } from './schedule.js';
import { createQueue, startWork, tick } from './scheduler.js';

const pool = openPool(process.env.DATABASE_URL);
const boss = openQueue(process.env.DATABASE_URL);
await boss.start();
for (const { name } of jobs) {
  await createQueue(boss, name);
  await startWork(boss, pool, name, async (slot) =>
    console.log(`${name} for ${slot.toISOString()}`),
  );
}

let timer;
let isStopping = false;

// #region loop
async function tickAll() {
  for (const job of jobs)
    await tick(pool, boss, job).catch((error) => console.error(error));
  // Not setInterval: ticks that wait for a lock would use up the pool.
  if (!isStopping) timer = setTimeout(tickAll, 30_000);
}
await tickAll();
// #endregion loop

process.once('SIGTERM', async () => {
  isStopping = true;
  clearTimeout(timer);
  await boss.stop();
  await pool.end();
});
