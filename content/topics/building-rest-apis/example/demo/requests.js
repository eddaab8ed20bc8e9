// Sends the same requests to the first version and to the final one.
import { once } from 'node:events';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { createFirstApp } from '../src/first.js';
import { createToken } from '../src/tokens.js';

console.error = () => {}; // what the server logs
const database = await startDatabase();
const pool = new pg.Pool({ connectionString: database.url });
const tokens = {
  ana: await createToken(pool, 'ana'),
  bo: await createToken(pool, 'bo'),
};
const app =
  process.argv[2] === 'final'
    ? createApp(pool, { log() {} })
    : createFirstApp(pool);
const server = app.listen(0);
await once(server, 'listening');
const url = `http://localhost:${server.address().port}`;

const json = 'application/json';
const good = '{"hive": "north-2", "day": "2026-05-04", "mites": 3}';
const february = '{"hive": "north-2", "day": "2026-02-30", "mites": 3}';
await call('ana', 'POST /inspections', good);
await call('ana', 'POST /inspections', good);
await call('ana', 'POST /inspections', february);
await call('ana', 'POST /inspections', '{"hive": ');
await call('ana', 'POST /inspections', good, 'text/plain');
await call('ana', 'GET /inspections/1');
await call('bo', 'GET /inspections/1');
await call(null, 'GET /inspections/1');
await call('ana', 'GET /inspections/999');

async function call(keeper, line, body, type = json) {
  const [method, path] = line.split(' ');
  const headers = {};
  if (keeper) headers.authorization = `Bearer ${tokens[keeper]}`;
  if (body) headers['content-type'] = type;
  const res = await fetch(url + path, { method, headers, body });
  const text = (await res.text()).replaceAll(/\s+/g, ' ');
  console.log(`${keeper ?? '-'} ${line} ${body ?? ''}`);
  console.log(`    ${res.status} ${fromHtml(text)}`);
}

// Express's own error page goes on with a stack trace.
function fromHtml(text) {
  const error = text.match(/<pre>(.*?)(?:<br>|<\/pre>)/)?.[1] ?? text;
  return error.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

server.close();
await pool.end();
await database.stop();
