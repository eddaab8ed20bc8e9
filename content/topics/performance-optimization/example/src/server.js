// The service under test, in a process of its own.
import pg from 'pg';
import { createApp } from './app.js';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
});
const server = createApp(pool).listen(0, () =>
  process.send({ port: server.address().port }),
);

// The processor time since the last question, and the queue of the pool.
let cpu = process.cpuUsage();
let time = performance.now();
process.on('message', () => {
  const { user, system } = process.cpuUsage(cpu);
  const share = (user + system) / 1000 / (performance.now() - time);
  cpu = process.cpuUsage();
  time = performance.now();
  process.send({
    cpu: `${Math.round(share * 100)}%`,
    queue: pool.waitingCount,
  });
});
process.on('disconnect', () => process.exit());
