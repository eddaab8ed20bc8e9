// #region database
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A new database with all migrations, for one test file. */
export async function createDatabase() {
  const url = new URL(process.env.TEST_DATABASE_URL);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE migrated`);
  await admin.end();

  url.pathname = name;
  const connection = {
    connectionString: url.href,
    // Fail instead of hanging, and in the same time zone on every machine.
    options: '-c lock_timeout=5s -c timezone=UTC',
  };
  const pool = new pg.Pool({ ...connection, max: 20 });
  const other = new pg.Client(connection); // sees only what's committed
  await other.connect();

  return {
    pool,
    query: (sql, values) => other.query(sql, values),
    empty: () => other.query('TRUNCATE slot, appointment'),
    // The databases go away with the server.
    close: () => Promise.all([pool.end(), other.end()]),
  };
}
// #endregion database
