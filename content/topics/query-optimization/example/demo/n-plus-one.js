import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { newestTickets, newestTicketsOneByOne } from '../src/tickets.js';

const server = await startDatabase();
const client = new pg.Client({ connectionString: server.url });
await client.connect();

// #region log
function logging(client) {
  const log = [];
  const query = (text, values = []) => {
    log.push(`${text.replace(/\s+/g, ' ')} [${values}]`);
    return client.query(text, values);
  };
  return { query, log };
}

for (const page of [newestTicketsOneByOne, newestTickets]) {
  const db = logging(client);
  await page(db);
  console.log(`${page.name}: ${db.log.length} statements`);
  for (const line of db.log.slice(0, 4)) console.log(' ', line);
}
// #endregion log

await client.end();
await server.stop();
