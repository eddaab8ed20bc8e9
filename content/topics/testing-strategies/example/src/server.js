import { once } from 'node:events';
import pg from 'pg';
import { createApp } from './app.js';
import { SqlStore } from './sql-store.js';

const { DATABASE_URL, PORT = '3000' } = process.env;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 5 });
const store = new SqlStore(pool);
await store.createSchema();

const app = createApp(store).listen(Number(PORT));
await once(app, 'listening');
console.log(`listening on ${app.address().port}`);

process.once('SIGTERM', () => {
  app.close(() => pool.end());
  app.closeIdleConnections();
});
