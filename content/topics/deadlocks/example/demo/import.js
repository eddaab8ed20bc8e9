// Two imports of the same 800 articles, at once, a hundred times.
import { openLab, reset, twoFiles } from '../dev/lab.js';
import { addCounts, addCountsInOrder } from '../src/stock.js';
import { inTransaction, withRetry } from '../src/transaction.js';

const { pool, close } = await openLab();

async function hundredTimes(name, importFile) {
  await reset(pool);
  const codes = {};
  for (let round = 1; round <= 100; round += 1)
    for (const { status, reason } of await Promise.allSettled(
      twoFiles().map(importFile),
    )) {
      const outcome = status === 'fulfilled' ? 'done' : reason.code;
      codes[outcome] = (codes[outcome] ?? 0) + 1;
    }
  console.log(name, codes);
}

await hundredTimes('as in the file:', (file) =>
  inTransaction(pool, (client) => addCounts(client, file)),
);
let retries = 0;
await hundredTimes('with retries:  ', (file) =>
  withRetry(pool, (client) => addCounts(client, file), {
    onRetry: () => (retries += 1),
  }),
);
console.log('  retries:', retries);
await hundredTimes('sorted:        ', (file) =>
  inTransaction(pool, (client) => addCountsInOrder(client, file)),
);
await close();
