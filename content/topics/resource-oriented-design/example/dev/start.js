// The service with a throwaway database. The header X-Rider says who you are.
import pg from 'pg';
import { createApp } from '../src/app.js';
import { Rentals } from '../src/rentals.js';
import { fill, startDatabase } from './database.js';

const database = await startDatabase();
const pool = new pg.Pool({ connectionString: database.url });
pool.on('error', (error) => console.error(error.message));
await fill(pool);
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
