import { after, before } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../test/support/database.js';
import { storePromises } from '../test/support/store-promises.js';
import { FakeStore, SqlStore } from './stores.js';

let database;
let pool;
before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS permit (plate text PRIMARY KEY, valid daterange NOT NULL)',
  );
});
after(async () => {
  await pool.end();
  await database.close();
});

storePromises('fake', () => new FakeStore());
storePromises('PostgreSQL', async () => {
  await pool.query('TRUNCATE permit');
  return new SqlStore(pool);
});
