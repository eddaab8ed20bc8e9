// What the server's log says about a deadlock.
import { meetAfterFirstStatement, openLab, reset } from '../dev/lab.js';
import { repack } from '../src/stock.js';
import { inTransaction } from '../src/transaction.js';

const log = [];
const { pool, close } = await openLab({
  onLog: (line) => log.push(String(line)),
});
await reset(pool);
const meet = meetAfterFirstStatement();
await Promise.allSettled([
  inTransaction(pool, (client) =>
    repack(meet(client), { from: 'bolt', to: 'nut', n: 2 }),
  ),
  inTransaction(pool, (client) =>
    repack(meet(client), { from: 'nut', to: 'bolt', n: 5 }),
  ),
]);
await close();
const lines = log.join('').split('\n');
const start = lines.findIndex((line) => line.includes('deadlock detected'));
console.log(lines.slice(start, start + 8).join('\n'));
