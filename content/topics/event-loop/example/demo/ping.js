// The slowest of many pings while another request counts primes.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Worker,
  isMainThread,
  parentPort,
  workerData,
} from 'node:worker_threads';
import { createApp } from '../src/app.js';
import { createPrimesPool } from '../src/primes-pool.js';
import { countPrimes, countPrimesInPieces } from '../src/primes.js';

const below = 4_000_000;

if (isMainThread) {
  const pool = createPrimesPool(1);
  const versions = {
    'one loop': countPrimes,
    'in pieces': countPrimesInPieces,
    'in a worker': (limit) => pool.run(limit),
  };
  for (const [name, count] of Object.entries(versions)) {
    const server = createApp(count).listen(0);
    await once(server, 'listening');
    // The clients run in a thread of their own, or they would be blocked too.
    const clients = new Worker(new URL(import.meta.url), {
      workerData: `http://localhost:${server.address().port}`,
    });
    const [{ slowest, seconds }] = await once(clients, 'message');
    console.log(
      `${name.padEnd(11)}  count ${seconds.toFixed(1)} s  slowest ping ${slowest.toFixed(0)} ms`,
    );
    server.close();
    server.closeAllConnections();
  }
  await pool.close();
} else {
  const timed = async (path) => {
    const start = performance.now();
    await (await fetch(workerData + path)).text();
    return performance.now() - start;
  };
  await timed('/ping');
  let isCounting = true;
  const counting = timed(`/primes?below=${below}`).finally(() => {
    isCounting = false;
  });
  const pings = [];
  while (isCounting) {
    pings.push(timed('/ping'));
    await sleep(20);
  }
  const slowest = Math.max(...(await Promise.all(pings)));
  parentPort.postMessage({ slowest, seconds: (await counting) / 1000 });
}
