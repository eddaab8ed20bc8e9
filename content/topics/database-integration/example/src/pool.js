// #region pool
import pg from 'pg';

export function createPool(connectionString) {
  if (!connectionString) throw new Error('DATABASE_URL is not set');
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
  });
  pool.on('error', (error) => {
    console.error(`lost an idle connection: ${error.message}`);
  });
  return pool;
}
// #endregion pool

// #region wait
export async function waitForDatabase(pool, { seconds = 30 } = {}) {
  const giveUpAt = Date.now() + seconds * 1_000;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      await pool.query('SELECT 1');
      return;
    } catch (error) {
      if (!isUnavailable(error) || Date.now() + pause > giveUpAt) throw error;
      console.error(`database not ready: ${error.message || error.code}`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
// #endregion wait

// #region unavailable
const UNAVAILABLE = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '25006', // read-only, for example after a failover
  '53300', // too many connections
  '57014', // the statement took too long
  '57P01', // the server is shutting down
  '57P02', // the server is restarting after a crash
  '57P03', // the server is starting
]);

// These errors of the driver have no code.
const UNAVAILABLE_MESSAGE = new Set([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Query read timeout',
  'timeout exceeded when trying to connect',
]);

export function isUnavailable(error) {
  return UNAVAILABLE.has(error.code) || UNAVAILABLE_MESSAGE.has(error.message);
}
// #endregion unavailable
