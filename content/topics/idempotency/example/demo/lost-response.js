// The first response is lost on its way to the phone, so the phone tries again.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { startWash } from '../src/client.js';

const database = await startDatabase();
const pool = new pg.Pool({ connectionString: database.url });
const app = createApp(pool);

await run('without keys', (req) => {
  req.headers['idempotency-key'] = randomUUID(); // every request counts as new
});
await run('with a key', () => {});
await pool.end();
await database.stop();

async function run(label, prepare) {
  await pool.query('TRUNCATE idempotency_key, wash, card RESTART IDENTITY');
  await pool.query(`INSERT INTO card VALUES ('ida', 1000)`);
  let requests = 0;
  const server = createServer((req, res) => {
    requests += 1;
    prepare(req);
    if (requests === 1) res.end = () => res.destroy(); // done, but lost
    app(req, res);
  }).listen(0);
  await once(server, 'listening');

  const url = `http://localhost:${server.address().port}/washes`;
  const outcome = await startWash(url, { key: randomUUID(), machine: 3 });
  console.log(`${label}, ${requests} requests:`, outcome);
  server.close();
}
