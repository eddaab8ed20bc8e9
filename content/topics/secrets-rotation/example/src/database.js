import pg from 'pg';

// #region database
/** A pool that follows the credentials. */
export function createDatabase(target, credentials) {
  let used;
  let pool;
  let running; // on this pool, or waiting for one of its connections

  async function query(text, values) {
    const now = await credentials();
    if (now.user !== used?.user || now.password !== used.password) {
      finish(pool, running);
      used = now;
      running = new Set();
      pool = new pg.Pool({ ...target, ...now, max: 5 });
      pool.on('error', () => {}); // an idle connection was closed
    }
    const ofPool = running;
    const result = pool.query(text, values);
    ofPool.add(result);
    return result.finally(() => ofPool.delete(result));
  }
  return { query, end: () => finish(pool, running) };
}
// #endregion database

/** Waits first, because pool.end() forgets queries that wait for a connection. */
async function finish(pool, running = []) {
  await Promise.allSettled(running);
  await pool?.end();
}
