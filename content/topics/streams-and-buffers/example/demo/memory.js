// Sends a million rows to one client, or as many millions as MILLIONS says,
// and prints the most memory that it took.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { openPool } from '../src/pool.js';

const [, , way, url] = process.argv;
if (way === 'client') {
  const res = await fetch(url);
  let bytes = 0;
  for await (const chunk of res.body) bytes += chunk.length;
  console.log(`${Math.round(bytes / 1e6)} MB received`);
  process.exit();
}

const database = await startDatabase();
const pool = openPool(database.url);
await pool.query(
  `INSERT INTO measurement SELECT id + n * 1000000, station, sensor, celsius
   FROM measurement, generate_series(1, $1 - 1) AS n`,
  [process.env.MILLIONS ?? 1],
);
const server = createApp(pool).listen(0, '127.0.0.1');
await once(server, 'listening');
const path = way === 'at-once' ? 'at-once.csv' : 'measurements.csv.gz';
const before = process.memoryUsage.rss();
let most = 0;
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 5);
await once(
  fork(import.meta.filename, [
    'client',
    `http://127.0.0.1:${server.address().port}/${path}`,
  ]),
  'exit',
);
clearInterval(timer);
console.log(`${way}: ${Math.round((most - before) / 1e6)} MB more memory`);
server.close();
await pool.end();
await database.stop();
