import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { migrate } from '../src/migrate.js';

const server = await startDatabase();
const connect = async () => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return client;
};
await migrate(server.url, { count: 1 });
const [report, shop, careless] = [
  await connect(),
  await connect(),
  await connect(),
];

// #region blocked
// Reads a product every 10 ms and says how long the slowest read waited.
async function slowestReadDuring(work) {
  let isDone = false;
  const result = work().finally(() => (isDone = true));
  let slowest = 0;
  while (!isDone) {
    const start = performance.now();
    await shop.query('SELECT count(*) FROM product');
    slowest = Math.max(slowest, performance.now() - start);
    await sleep(10);
  }
  await result;
  return `${Math.round(slowest)} ms`;
}

async function duringAReport(alter) {
  await report.query('BEGIN; SELECT count(*) FROM product');
  setTimeout(() => report.query('COMMIT'), 3000);
  return slowestReadDuring(alter);
}

const plain = () => careless.query('ALTER TABLE product ADD COLUMN note text');
console.log('no timeout:', await duringAReport(plain));

const bounded = () => migrate(server.url, { count: 1 });
console.log('200 ms and retries:', await duringAReport(bounded));
// #endregion blocked

for (const client of [report, shop, careless]) await client.end();
await server.stop();
