// One lookup, drawn as a waterfall: npm run lookup -- one-by-one 1 2 3
import { startBackend, waterfall } from './backend.js';
import { startServices } from './services.js';

const [path = 'one-by-one', ...legs] = process.argv.slice(2);
const backend = await startBackend();
const services = await startServices(backend.url);
const query = new URLSearchParams(legs.map((leg) => ['leg', leg]));
const res = await fetch(`${services.url}/${path}?${query}`);
await res.text();
await services.stop();
backend.stop();

const traces = new Set(backend.spans.map(({ traceId }) => traceId));
console.log(
  `status ${res.status}, ${traces.size} trace(s)`.padEnd(48) + 'start    ms',
);
for (const id of traces)
  console.log(waterfall(backend.spans.filter((s) => s.traceId === id)));
