import { dueSlots } from './schedule.js';

// #region tick
/** Turns what is due by now into jobs. Any number of instances may call it. */
export async function tick(pool, boss, job, testTime) {
  const client = await pool.connect();
  let lost; // a connection that's lost isn't used again
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO schedule VALUES ($1, coalesce($2, now()))
       ON CONFLICT DO NOTHING`,
      [job.name, testTime],
    );
    const { rows } = await client.query(
      `SELECT checked_until, coalesce($2, now()) AS now
       FROM schedule WHERE job = $1 FOR UPDATE`,
      [job.name, testTime],
    );
    const { checked_until, now } = rows[0];
    const slots = dueSlots(job, checked_until, now);
    if (slots.length > 100) throw new Error(`${slots.length} slots missed`);

    for (const slot of slots) {
      if (job.missed === 'latest')
        await client.query(
          "UPDATE run SET state = 'skipped' WHERE job = $1 AND state = 'due'",
          [job.name],
        );
      await client.query("INSERT INTO run VALUES ($1, $2, 'due')", [
        job.name,
        slot,
      ]);
      const db = { executeSql: (text, values) => client.query(text, values) };
      await boss.send(job.name, { slot }, { db });
    }
    await client.query(
      `UPDATE schedule SET checked_until = greatest(checked_until, $2)
       WHERE job = $1`,
      [job.name, now],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch((failure) => (lost = failure));
    throw error;
  } finally {
    client.release(lost);
  }
}
// #endregion tick

// #region work
/** Runs a job for its slot, if it's still due, and writes down that it's done. */
export async function startWork(boss, pool, name, handle, options) {
  await boss.work(name, options ?? {}, async ([{ data, signal }]) => {
    const { rows } = await pool.query(
      "SELECT FROM run WHERE job = $1 AND slot = $2 AND state = 'due'",
      [name, data.slot],
    );
    if (rows.length === 0) return; // skipped meanwhile, or done
    await handle(new Date(data.slot), signal);
    await pool.query(
      `UPDATE run SET state = 'done', finished_at = now()
       WHERE job = $1 AND slot = $2`,
      [name, data.slot],
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
      `SELECT slot FROM run r
       WHERE job = $1 AND slot >= $2 AND (state = 'done' OR state = 'skipped'
         AND EXISTS (SELECT FROM run WHERE job = r.job AND slot > r.slot
                     AND state = 'done'))`,
      [job.name, since],
    );
    const settled = new Set(rows.map(({ slot }) => slot.getTime()));
    for (const slot of dueSlots(job, since, anHourAgo))
      if (!settled.has(slot.getTime())) missing.push({ job: job.name, slot });
  }
  return missing;
}
// #endregion overdue
