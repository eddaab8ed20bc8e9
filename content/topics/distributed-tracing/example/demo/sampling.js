// 202 lookups through a collector with tail sampling, and what is kept of them.
// Needs the collector: OTELCOL=/path/to/otelcol-contrib npm run sampling -- 4
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBackend } from './backend.js';
import { startServices } from './services.js';

const atOnce = Number(process.argv[2] ?? 4);
const backend = await startBackend();
const collector = spawn(
  process.env.OTELCOL ?? 'otelcol-contrib',
  ['--config', 'collector.yaml'],
  { env: { ...process.env, BACKEND: backend.url }, stdio: 'ignore' },
);
await sleep(3000);
const services = await startServices('http://127.0.0.1:4318');
const get = async (path) => (await fetch(services.url + path)).text();

for (let sent = 0; sent < 200; sent += atOnce)
  await Promise.all(
    Array.from({ length: atOnce }, () => get('/together?leg=1')),
  );
await get('/together?leg=13');
await get('/one-by-one?leg=1&leg=2&leg=3&leg=4&leg=5');

await services.stop();
await sleep(8000); // decision_wait, and a little more
collector.kill();
backend.stop();
const traces = Object.values(Object.groupBy(backend.spans, (s) => s.traceId));
const failed = traces.filter((t) => t.some((s) => s.status?.code === 2));
console.log(`kept ${traces.length} of 202 traces, ${failed.length} failed`);
