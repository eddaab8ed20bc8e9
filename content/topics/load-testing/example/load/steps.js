// Raises the rate in steps, to find where throughput stops following.
import { setTimeout as sleep } from 'node:timers/promises';
import { sendBuyers, unexpected } from './buyers.js';
import { startSystem } from './system.js';

const [version = 'buy'] = process.argv.slice(2);
const system = await startSystem(version);
await sendBuyers({ url: system.url, rate: 20, seconds: 3 }); // warm up
const rows = [];
for (const rate of [20, 40, 80, 160]) {
  const running = sendBuyers({ url: system.url, rate, seconds: 8 });
  await sleep(4000);
  const waiting = await system.waiting();
  const { latency, errors, statusCodeStats, requests } = await running;
  rows.push({
    'families/s': rate,
    served: Math.round(requests.average / 2),
    p50: latency.p50,
    p99: latency.p99,
    failed: errors + unexpected(statusCodeStats),
    ...waiting,
  });
}
console.table(rows);
await system.stop();
