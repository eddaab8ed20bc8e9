import { dueSlots } from './schedule.js';

// #region tick
/** Turns what is due by now into jobs. Any number of instances may call it. */
export async function tick(pool, boss, job, now = new Date()) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      'INSERT INTO schedule VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [job.name, now],
    );
    const { rows } = await client.query(
      'SELECT checked_until FROM schedule WHERE job = $1 FOR UPDATE',
      [job.name],
    );
    const slots = dueSlots(job, rows[0].checked_until, now);
    for (const slot of slots) {
      const skipped = job.missed === 'latest' && slot !== slots.at(-1);
      await client.query('INSERT INTO run VALUES ($1, $2, $3)', [
        job.name,
        slot,
        skipped ? 'skipped' : 'due',
      ]);
      if (skipped) continue;
      const db = { executeSql: (text, values) => client.query(text, values) };
      await boss.send(job.name, { slot }, { db });
    }
    await client.query(
      `UPDATE schedule SET checked_until = greatest(checked_until, $2)
       WHERE job = $1`,
      [job.name, now],
    );
    await client.query('COMMIT');
    return slots;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
// #endregion tick

// #region work
/** Runs a job for its slot, and writes down that it's done. */
export async function startWork(boss, pool, name, handle, options) {
  await boss.work(name, options ?? {}, async ([{ data, signal }]) => {
    const slot = new Date(data.slot);
    await handle(slot, signal);
    await pool.query(
      `UPDATE run SET state = 'done', finished_at = now()
       WHERE job = $1 AND slot = $2`,
      [name, slot],
    );
  });
}
// #endregion work

// #region queue
export async function createQueue(boss, name) {
  await boss.createQueue(name, {
    policy: 'singleton', // one at a time: the next run waits
    expireInSeconds: 1_800, // a run that hangs is given up
    retryLimit: 5,
    retryDelay: 60,
    retryBackoff: true,
  });
}
// #endregion queue

// #region overdue
/** What should have been done an hour ago, computed without the scheduler. */
export async function overdue(pool, jobs, since, now = new Date()) {
  const anHourAgo = new Date(now - 3_600_000);
  const missing = [];
  for (const job of jobs) {
    const { rows } = await pool.query(
      "SELECT slot FROM run WHERE job = $1 AND state <> 'due'",
      [job.name],
    );
    const settled = new Set(rows.map(({ slot }) => slot.getTime()));
    for (const slot of dueSlots(job, since, anHourAgo))
      if (!settled.has(slot.getTime())) missing.push({ job: job.name, slot });
  }
  return missing;
}
// #endregion overdue
