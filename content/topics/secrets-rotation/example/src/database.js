import pg from 'pg';

// #region database
/** A pool that follows the credentials. */
export function createDatabase(target, credentials) {
  let used;
  let pool;

  async function query(text, values) {
    const now = await credentials();
    if (now.user !== used?.user || now.password !== used.password) {
      pool?.end(); // after the queries that are running
      used = now;
      pool = new pg.Pool({ ...target, ...now, max: 5 });
      pool.on('error', () => {}); // an idle connection was closed
    }
    return pool.query(text, values);
  }
  return { query, end: () => pool?.end() };
}
// #endregion database
