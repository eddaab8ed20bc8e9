import pg from 'pg';
import { createApp } from './app.js';
import { createQueues, openQueue } from './queue.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
pool.on('error', (error) => console.error(`pool: ${error.message}`));
// The server only adds jobs: supervision and schedules are the workers' part.
const boss = await openQueue(process.env.DATABASE_URL, {
  supervise: false,
  schedule: false,
});
await createQueues(boss);
const server = createApp(pool, boss).listen(3000, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log('http://127.0.0.1:3000');
});

process.once('SIGTERM', () => {
  server.close(async () => {
    await boss.stop();
    await pool.end();
  });
});
