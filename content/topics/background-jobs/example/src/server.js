import { createApp } from './app.js';
import { openPool } from './pool.js';
import { createQueues, openQueue } from './queue.js';

const pool = openPool(process.env.DATABASE_URL);
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
