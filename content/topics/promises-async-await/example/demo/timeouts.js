import { setTimeout as sleep } from 'node:timers/promises';
import { temperature } from '../src/weather.js';
import { startWeatherApi } from '../src/weather-api.js';

// #region timeouts
async function withRace(url) {
  const timeout = sleep(50).then(() => {
    throw new Error('too slow');
  });
  return Promise.race([temperature(url, 1), timeout]);
}

async function withSignal(url) {
  return temperature(url, 1, { signal: AbortSignal.timeout(50) });
}
// #endregion timeouts

for (const call of [withRace, withSignal]) {
  const api = await startWeatherApi({ headersMs: 300 });
  const error = await call(api.url).catch((reason) => reason);
  await sleep(500);
  const { finished, abandoned } = api.seen;
  console.log(`${call.name}: ${error.name}: ${error.message}`);
  console.log(`  server: ${finished} finished, ${abandoned} abandoned`);
  api.close();
}
