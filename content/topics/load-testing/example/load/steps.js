// Raises the rate in steps, to find where throughput stops following.
import { setTimeout as sleep } from 'node:timers/promises';
import { sendFamilies } from './buyers.js';
import { startSystem } from './system.js';

const [version = 'buy'] = process.argv.slice(2);
const system = await startSystem(version);
const visits = { url: system.url, asked: [] };
await sendFamilies({ ...visits, rate: 20, seconds: 3 }); // warm up
const rows = [];
for (const rate of [20, 40, 80, 160]) {
  const running = sendFamilies({ ...visits, rate, seconds: 8 });
  await sleep(6000);
  const waiting = await system.waiting();
  const { served, p50, p99, failed } = await running;
  rows.push({ 'families/s': rate, served, p50, p99, failed, ...waiting });
}
console.table(rows);
await system.stop();
