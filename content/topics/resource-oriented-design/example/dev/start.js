// The service with a throwaway database. The header X-Rider says who you are.
import pg from 'pg';
import { createApp } from '../src/app.js';
import { Rentals } from '../src/rentals.js';
import { startDatabase } from './database.js';

const database = await startDatabase();
const pool = new pg.Pool({ connectionString: database.url });
await pool.query('INSERT INTO bikes VALUES (7, 1), (8, 1)');
const app = createApp(new Rentals(pool), (req) => req.headers['x-rider']);
const server = app.listen(3000, '127.0.0.1', () => {
  console.log('http://localhost:3000 (stop it with Ctrl+C)');
});

process.once('SIGINT', async () => {
  server.closeAllConnections();
  server.close();
  await pool.end();
  await database.stop();
});
