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
  await boss.work('month-end', async ([job]) => {
    await requestAll(pool, boss, job.data?.month ?? lastMonth());
  });
}
// #endregion work

function lastMonth(now = new Date()) {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1));
  return start.toISOString().slice(0, 7);
}
