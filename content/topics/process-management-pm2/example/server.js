import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

let pool;

// #region server
process.on('unhandledRejection', (error) => {
  throw error; // PM2 would log it and let the process go on
});

let isStopping = false;
const server = createServer(async (req, res) => {
  if (req.url === '/export') await sleep(2500); // the slowest request
  if (isStopping) res.setHeader('Connection', 'close');
  res.end(readAlarms());
});

await connectToDatabase();
server.listen(Number(process.env.PORT), '127.0.0.1'); // last: now it's ready

process.on('SIGINT', stop); // PM2
process.on('SIGTERM', stop); // systemd, containers

async function stop() {
  if (isStopping) return;
  isStopping = true; // responses tell clients to open another connection
  await sleep(1000);
  // No new connections. Idle ones are closed, open requests are finished.
  server.close(async () => {
    await disconnectFromDatabase();
    if (cluster.isWorker) cluster.worker.disconnect();
    else process.exit(0);
  });
}
// #endregion server

async function connectToDatabase() {
  await sleep(300);
  pool = setInterval(() => {}, 1000); // something open, like a real pool
  if (process.env.RELEASE === 'broken') throw new Error('no such database');
}

function readAlarms() {
  if (!pool) throw new Error('not connected');
  return `${process.env.RELEASE} ${process.pid}`;
}

async function disconnectFromDatabase() {
  clearInterval(pool);
  pool = undefined;
  await sleep(100);
}
