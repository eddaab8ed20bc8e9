import pg from 'pg';

/** A pool whose queries end, and whose lost connections don't end the process. */
export function createPool(connectionString, query_timeout = 5_000) {
  const pool = new pg.Pool({ connectionString, query_timeout });
  pool.on('error', (error) => {
    if (!pool.ending) console.error('idle connection lost:', error.message);
  });
  return pool;
}
