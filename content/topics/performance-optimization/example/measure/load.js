// #region load
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { startSystem } from './system.js';

const [rate = 20, seconds = 10] = process.argv.slice(2).map(Number);
const system = await startSystem();
const send = (version, duration) =>
  autocannon({
    url: `${system.url}/${version}`,
    overallRate: rate,
    duration,
    connections: 200,
    timeout: 10,
  });

const rows = [];
for (const version of ['oneByOne', 'allAtOnce', 'batched']) {
  await send(version, 3); // warm up
  for (const run of [1, 2, 3]) {
    await system.state();
    const running = send(version, seconds);
    await sleep(seconds * 900);
    const { busy, queue } = await system.state();
    const { latency, requests, errors, non2xx } = await running;
    rows.push({
      version,
      run,
      'per second': requests.average,
      p50: latency.p50,
      'p97.5': latency.p97_5,
      p99: latency.p99,
      failed: errors + non2xx,
      busy: `${Math.round(busy * 100)}%`,
      queue,
    });
  }
}
console.table(rows);
await system.stop();
// #endregion load
