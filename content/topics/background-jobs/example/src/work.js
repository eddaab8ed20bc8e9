import { renderStatement, requestAll } from './statements.js';

// #region work
/** Starts taking jobs: four statements at a time in this process. */
export async function startWork(boss, pool, render, options) {
  await boss.work(
    'statement',
    { localConcurrency: 4, ...options },
    async ([job]) => {
      await renderStatement(pool, render, job.data.id, job.signal);
    },
  );
  // The month follows from when the job was created, so a late retry is right.
  await boss.work('month-end', { includeMetadata: true }, async ([job]) => {
    await requestAll(pool, boss, monthBefore(job.createdOn));
  });
}
// #endregion work

function monthBefore(date) {
  const start = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1),
  );
  return start.toISOString().slice(0, 7);
}
