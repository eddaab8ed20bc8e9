import { startDatabase } from '../dev/database.js';
import { perTenant } from '../src/fair.js';
import { asTenant, tenantTransaction } from '../src/tenant.js';

const { app, stop } = await startDatabase({ connections: 8 });

// An export that keeps a connection for 200 ms.
const runExport = () =>
  tenantTransaction(app, (client) => client.query('SELECT pg_sleep(0.2)'));

async function rush(limited) {
  const results = { done: 0, refused: 0 };
  const exports = Array.from({ length: 100 }, () =>
    asTenant(12, () => limited(runExport)).then(
      () => (results.done += 1),
      () => (results.refused += 1),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  const start = performance.now();
  await asTenant(21, () =>
    tenantTransaction(app, (client) => client.query('SELECT * FROM singer')),
  );
  const waited = performance.now() - start;
  await Promise.all(exports);
  return { 'choir 21 waited (ms)': Math.round(waited), ...results };
}

await rush((job) => job()); // opens the connections
console.log('no limit:', await rush((job) => job()));
console.log('limited:', await rush(perTenant({ running: 2, waiting: 10 })));
await stop();
