// Nothing runs for three days. What do two schedulers make up for?
import { PgBoss } from 'pg-boss';
import { startDatabase } from '../dev/database.js';
import { openPool } from '../src/pool.js';
import { jobs } from '../src/schedule.js';
import { createQueue, tick } from '../src/scheduler.js';

const database = await startDatabase();
const pool = openPool(database.url);
const boss = new PgBoss(database.url);
await boss.start();
for (const { name } of jobs) await createQueue(boss, name);

// #region outage
async function bothTick(now) {
  for (const job of jobs)
    await Promise.all([
      tick(pool, boss, job, new Date(now)),
      tick(pool, boss, job, new Date(now)),
    ]);
}
await bothTick('2026-03-09T12:00Z'); // the schedules begin
await bothTick('2026-03-10T01:31Z');
await pool.query("UPDATE run SET state = 'done'"); // the workers' part
await bothTick('2026-03-13T08:00Z'); // nothing ran in between
// #endregion outage

const { rows } = await pool.query('SELECT * FROM run ORDER BY job, slot');
for (const { job, slot, state } of rows)
  console.log(job.padEnd(12), slot.toISOString(), state);
await boss.stop();
await pool.end();
await database.stop();
