import { atOnce, fiveAtATime, inSequence } from '../src/weather.js';
import { startWeatherApi } from '../src/weather-api.js';

const warehouses = Array.from({ length: 41 }, (_, n) => n + 1);
const healthy = warehouses.filter((station) => station !== 17);

async function run(title, read, stations) {
  const api = await startWeatherApi();
  const start = performance.now();
  const result = await read(api.url, stations).catch((error) => error.message);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const values = Array.isArray(result) ? summary(result) : `Error: ${result}`;
  console.log(`${title}: ${seconds} s, at most ${api.seen.most} in flight`);
  console.log(`  ${values}`);
  api.close();
}

function summary(result) {
  const failed = result.filter((outcome) => outcome.status === 'rejected');
  const reasons = failed.map(({ reason }) => `, ${reason.message}`).join('');
  return `${result.length - failed.length} values${reasons}`;
}

await run('one after the other', inSequence, healthy);
await run('all at once', atOnce, healthy);
await run('five at a time', fiveAtATime, warehouses);
