import pg from 'pg';
import { createApp } from './app.js';

// #region server
const { DATABASE_URL, PORT = '3000' } = process.env;
if (!DATABASE_URL) throw new Error('DATABASE_URL is missing');

const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 2_000,
  statement_timeout: 5_000,
  query_timeout: 6_000,
});
pool.on('error', (err) => console.error(`idle connection: ${err.message}`));

const server = createApp(pool).listen(Number(PORT), (err) => {
  if (err) throw err;
  console.log(`listening on port ${server.address().port}`);
});

process.once('SIGTERM', () => {
  server.close(async () => {
    await pool.end();
    console.log('stopped');
  });
  setTimeout(() => process.exit(1), 10_000).unref();
});
// #endregion server
