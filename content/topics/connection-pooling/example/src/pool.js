// #region pool
import pg from 'pg';

export function createPool(connectionString, options = {}) {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    query_timeout: 10_000,
    keepAlive: true,
    ...options,
  });
  const logLoss = (error) => {
    if (!pool.ending) console.error(`connection lost: ${error.message}`);
  };
  pool.on('connect', (client) => client.on('error', logLoss));
  pool.on('error', () => {}); // the same loss again, if it was idle
  return pool;
}
// #endregion pool

// #region with-client
export async function withClient(pool, work) {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true); // closes it, because no one knows its state
    throw error;
  }
}
// #endregion with-client

// #region watch
export function watchCheckouts(pool, { warnAfterMs = 5_000, warn }) {
  const timers = new Map();
  pool.on('acquire', (client) => {
    const report = () => warn(`backend ${client.processID} is still out`);
    timers.set(client, setTimeout(report, warnAfterMs).unref());
  });
  pool.on('release', (error, client) => {
    clearTimeout(timers.get(client));
    timers.delete(client);
  });
}
// #endregion watch

// #region counts
export function counts(pool) {
  const { totalCount, idleCount, waitingCount } = pool;
  return `open ${totalCount}, in use ${totalCount - idleCount}, waiting ${waitingCount}`;
}
// #endregion counts
