import { Lru, LruNaive } from '../src/lru.js';
import { bestTime } from './time.js';

const Cache = process.argv[2] === 'fixed' ? Lru : LruNaive;

for (const max of [1_000, 10_000, 50_000]) {
  const cache = new Cache(max);
  let key = 0;
  while (key < max) cache.set(key++, 'page');
  const ms = bestTime(() => {
    for (let added = 0; added < 50_000; added += 1) cache.set(key++, 'page');
  });
  console.log(`max ${max}: 50,000 evictions in ${ms.toFixed(0)} ms`);
}
