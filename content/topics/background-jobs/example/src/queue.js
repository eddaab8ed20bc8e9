import { PgBoss } from 'pg-boss';

/** Connects to the job tables, which pg-boss creates in a schema of its own. */
export async function openQueue(connectionString, options) {
  const boss = new PgBoss({ connectionString, ...options });
  boss.on('error', (error) => console.error(`queue: ${error.message}`));
  await boss.start();
  return boss;
}

// #region queues
export async function createQueues(boss, overrides) {
  await boss.createQueue('statement', {
    retryLimit: 5, // so six attempts in all
    retryDelay: 30, // seconds, doubled each time, with a random part
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 300, // an attempt that takes longer has failed
    heartbeatSeconds: 30, // so has one whose worker is silent for so long
    ...overrides,
  });
  await boss.createQueue('month-end', { retryLimit: 4, retryBackoff: true });
}
// #endregion queues
