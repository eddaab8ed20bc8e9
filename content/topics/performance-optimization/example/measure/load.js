// #region load
import { setTimeout as sleep } from 'node:timers/promises';
import { sendAtRate } from './generator.js';
import { startSystem } from './system.js';

const [rate = 100, seconds = 8] = process.argv.slice(2).map(Number);
function send(url, rate, seconds) {
  return sendAtRate({
    rate,
    seconds,
    async visit() {
      const signal = AbortSignal.timeout(10_000);
      const response = await fetch(url, { signal });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(response.status);
    },
  });
}

const rows = [];
for (const version of ['oneByOne', 'allAtOnce', 'batched']) {
  for (const run of [1, 2, 3]) {
    // A new service for each run, so that no run meets the queue of another.
    const system = await startSystem();
    const url = `${system.url}/${version}`;
    await send(url, 10, 2); // warm up, without leaving a queue
    await system.state();
    const running = send(url, rate, seconds);
    await sleep(seconds * 900);
    const { cpu, queue } = await system.state();
    const { served, p50, p99, failed } = await running;
    rows.push({ version, run, served, p50, p99, failed, cpu, queue });
    await system.stop();
  }
}
console.table(rows);
// #endregion load
