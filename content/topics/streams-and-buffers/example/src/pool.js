import pg from 'pg';

/** A pool that survives lost connections, idle or in use: queries fail instead. */
export function openPool(connectionString) {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 5_000,
  });
  const report = (error) => {
    if (!pool.ending) console.error(`database: ${error.message}`);
  };
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}
