// #region service
import { setTimeout as sleep } from 'node:timers/promises';
import amqp from 'amqplib';
import pg from 'pg';
import { createPublisher, setUp } from './broker.js';
import { addPoints } from './points.js';
import { relay } from './relay.js';
import { startWorker } from './worker.js';

// The shop's relay and the points service; in a real system, two processes.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const connection = await amqp.connect(process.env.AMQP_URL);
const channel = await connection.createConfirmChannel();
// When the broker is gone or the worker has given up, end the process. Docker,
// systemd or Kubernetes starts it again.
channel.on('close', () => process.exit(1));

await setUp(channel);
await startWorker(channel, 'points', (id, content) =>
  addPoints(pool, id, content),
);
const publish = createPublisher(channel);
for (;;) {
  const count = await relay(pool, publish);
  if (count === 0) await sleep(500);
}
// #endregion service
