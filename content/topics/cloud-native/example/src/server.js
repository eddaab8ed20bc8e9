import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createApp } from './app.js';
import { readConfig } from './config.js';

const log = (level, message, more) =>
  console.log(JSON.stringify({ level, message, ...more }));

let config;
try {
  config = readConfig(process.env);
} catch (error) {
  log('fatal', error.message);
  process.exit(1);
}
const pool = new pg.Pool({
  connectionString: config.databaseUrl,
  connectionTimeoutMillis: 2_000,
  query_timeout: 3_000,
});
pool.on('error', (error) => log('error', error.message)); // an idle connection broke

const status = { stopping: false };
const app = createApp(pool, status, log);
const server = app.listen(config.port, (error) => {
  if (!error) return log('info', 'listening');
  log('fatal', error.message);
  process.exit(1);
});

// #region stop
process.on('SIGTERM', async () => {
  if (status.stopping) return; // after `once`, a second signal would kill it
  status.stopping = true; // GET /ready says so
  setTimeout(() => process.exit(1), 9_000).unref(); // before the platform kills it
  await sleep(config.drainMs); // until no new requests come
  server.close(async () => {
    await pool.end();
    process.exit(0);
  });
  setInterval(() => server.closeIdleConnections(), 200);
  setTimeout(() => server.closeAllConnections(), 4_000); // clients that aren't done
});
// #endregion stop
