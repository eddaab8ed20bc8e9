// #region sql-store-test
import { after, before } from 'node:test';
import pg from 'pg';
import { SqlStore } from '../../src/sql-store.js';
import { startDatabase } from '../support/database.js';
import { storePromises } from '../support/store-promises.js';

let database;
let pool;
before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
after(async () => {
  await pool.end();
  await database.close();
});

storePromises('PostgreSQL', async () => {
  const store = new SqlStore(pool);
  await store.createSchema();
  await pool.query('TRUNCATE permit');
  return store;
});
// #endregion sql-store-test
