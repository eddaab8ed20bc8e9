import { PgBoss } from 'pg-boss';

/** Connects to the job tables, which pg-boss creates in a schema of its own. */
export async function openQueue(connectionString, options) {
  const boss = new PgBoss({ connectionString, ...options });
  boss.on('error', (error) => console.error(`queue: ${error.message}`));
  await boss.start();
  return boss;
}

// #region queues
const queues = {
  statement: {
    policy: 'exclusive', // at most one living job for each singletonKey
    retryLimit: 5, // so six attempts in all
    retryDelay: 30, // seconds, doubled each time, with a random part
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 300, // an attempt that takes longer has failed
    heartbeatSeconds: 30, // so has one whose worker is silent for so long
  },
  'month-end': { retryLimit: 5, retryDelay: 30, retryBackoff: true },
};

export async function createQueues(boss) {
  for (const [name, { policy, ...options }] of Object.entries(queues)) {
    await boss.createQueue(name, { policy, ...options });
    await boss.updateQueue(name, options); // if it's there with other options
  }
}
// #endregion queues
