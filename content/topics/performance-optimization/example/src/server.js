// The service under test, in a process of its own.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { createApp } from './app.js';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
});
const server = createApp(pool).listen(0, () =>
  process.send({ port: server.address().port }),
);

// How busy this thread was since the last question, and the queue of the pool.
let last = performance.eventLoopUtilization();
process.on('message', () => {
  const now = performance.eventLoopUtilization();
  const { utilization } = performance.eventLoopUtilization(now, last);
  last = now;
  process.send({ busy: utilization, queue: pool.waitingCount });
});
process.on('disconnect', () => process.exit());
