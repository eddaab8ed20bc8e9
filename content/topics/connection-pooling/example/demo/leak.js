import { startDatabase } from '../dev/database.js';
import { handler, leakyHandler } from '../src/handlers.js';
import { counts, createPool, watchCheckouts } from '../src/pool.js';

const { url, stop } = await startDatabase();

for (const handle of [leakyHandler, handler]) {
  const pool = createPool(url, { max: 2, connectionTimeoutMillis: 300 });
  watchCheckouts(pool, {
    warnAfterMs: 200,
    warn: () => console.log('  warning: a connection is still out'),
  });
  const borrowed = new Set();
  pool.on('acquire', (client) => borrowed.add(client));
  pool.on('release', (error, client) => borrowed.delete(client));
  console.log(handle.name);
  for (const input of ['hello', '', '', 'hello']) {
    const result = await handle(pool, input).catch((error) => error.message);
    console.log(`  ${JSON.stringify(input)}:`, result, '|', counts(pool));
  }
  for (const client of borrowed) client.release(); // so that the demo can end
  await pool.end();
}

await stop();
