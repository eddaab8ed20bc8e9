import { PgBoss } from 'pg-boss';
import { openPool } from './pool.js';
import { jobs } from './schedule.js';
import { createQueue, startWork, tick } from './scheduler.js';

const pool = openPool(process.env.DATABASE_URL);
const boss = new PgBoss(process.env.DATABASE_URL);
boss.on('error', (error) => console.error(`queue: ${error.message}`));
await boss.start();
for (const { name } of jobs) {
  await createQueue(boss, name);
  await startWork(boss, pool, name, async (slot) =>
    console.log(`${name} for ${slot.toISOString()}`),
  );
}

// #region loop
async function tickAll() {
  for (const job of jobs)
    await tick(pool, boss, job).catch((error) => console.error(error));
}
await tickAll();
const timer = setInterval(tickAll, 30_000);
// #endregion loop

process.once('SIGTERM', async () => {
  clearInterval(timer);
  await boss.stop();
  await pool.end();
});
