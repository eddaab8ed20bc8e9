import pg from 'pg';
import { PgBoss } from 'pg-boss';

/** A pool that survives lost connections, idle or in use: queries fail instead. */
export function openPool(connectionString, limit = 10_000) {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: limit,
    query_timeout: limit, // a tick that never ends would be the last one
    idle_in_transaction_session_timeout: limit, // or a lock could stay for hours
  });
  const report = (error) => {
    if (!pool.ending) console.error(`database: ${error.message}`);
  };
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}

/** A queue whose workers go on after a database that went silent. */
export function openQueue(connectionString, limit = 60_000) {
  const boss = new PgBoss({ connectionString, query_timeout: limit });
  boss.on('error', (error) => console.error(`queue: ${error.message}`));
  return boss;
}
