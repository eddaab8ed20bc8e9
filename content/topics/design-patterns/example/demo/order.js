import {
  withCache,
  withFallback,
  withLog,
  withRetry,
} from '../src/decorators.js';
import { createMapProvider } from '../src/map-provider.js';
import { startFakeMaps } from './fake-maps.js';

// 1. Where does the log stand? The provider's first response is a 503.
const stacks = {
  'log(cache(retry(maps)))': (maps, log) =>
    withLog(withCache(withRetry(maps)), log),
  'cache(retry(log(maps)))': (maps, log) =>
    withCache(withRetry(withLog(maps, log))),
};
for (const [name, stack] of Object.entries(stacks)) {
  const maps = await startFakeMaps((n) => (n === 1 ? 503 : 200));
  const lines = [];
  const geocoder = stack(createMapProvider(maps), (line) => lines.push(line));
  for (let trip = 0; trip < 100; trip += 1) {
    await geocoder.locate(`Storgata ${trip % 10}`);
  }
  const ms = lines.map((line) => line.ms).sort((a, b) => a - b);
  const failed = lines.filter(({ outcome }) => outcome === 'TemporaryFailure');
  console.log(
    `${name}: ${lines.length} lines, median ${Math.round(ms[lines.length >> 1])} ms, ` +
      `${failed.length} failed; requests to the maps: ${maps.received}`,
  );
  maps.close();
}

// 2. Where does the fallback stand? The provider is down for the first trip.
const fallbacks = {
  'cache(fallback(maps))': (maps) => withCache(withFallback(maps)),
  'fallback(cache(maps))': (maps) => withFallback(withCache(maps)),
};
for (const [name, stack] of Object.entries(fallbacks)) {
  const maps = await startFakeMaps((n) => (n === 1 ? 503 : 200));
  const geocoder = stack(createMapProvider(maps));
  const found = [];
  for (let trip = 0; trip < 3; trip += 1) {
    found.push((await geocoder.locate('Storgata 7')) ? 'found' : 'null');
  }
  console.log(`${name}: ${found.join(', ')}`);
  maps.close();
}
