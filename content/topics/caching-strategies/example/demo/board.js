import { Cache } from '../src/cache.js';
import { NaiveCache } from '../src/naive.js';
import { Clock } from './clock.js';

const MINUTE = 60_000;

// 4,000 reads at random times of one minute; a query takes 40 ms, or more.
async function simulate(create, { instances = 1, queryMs = 40 } = {}) {
  const clock = new Clock();
  let queries = 0;
  let running = 0;
  let most = 0;
  let oldest = 0;
  async function load() {
    queries += 1;
    running += 1;
    most = Math.max(most, running);
    const readAt = clock.now();
    await clock.sleep(queryMs);
    running -= 1;
    return readAt;
  }
  const caches = Array.from({ length: instances }, () =>
    create({ ttl: 10_000, max: 100, load, now: clock.now }),
  );
  async function reader() {
    await clock.sleep(Math.random() * MINUTE);
    const cache = caches[Math.floor(Math.random() * instances)];
    const readAt = await cache.get('BERN');
    oldest = Math.max(oldest, clock.now() - readAt);
  }
  const readers = Array.from({ length: 4_000 }, reader);
  await clock.run();
  await Promise.all(readers);
  return { queries, most, oldest };
}

const runs = {
  'no cache': [({ load }) => ({ get: load })],
  'naive cache': [(options) => new NaiveCache(options)],
  'merged loads': [(options) => new Cache(options)],
  'merged loads, ten instances': [
    (options) => new Cache(options),
    { instances: 10 },
  ],
  'naive cache, query takes 2 s': [
    (options) => new NaiveCache(options),
    { queryMs: 2_000 },
  ],
  'merged loads, query takes 2 s': [
    (options) => new Cache(options),
    { queryMs: 2_000 },
  ],
};

console.log('one minute, 4,000 reads         queries  at once  oldest answer');
for (const [name, [create, options]] of Object.entries(runs)) {
  const { queries, most, oldest } = await simulate(create, options);
  console.log(
    name.padEnd(32),
    String(queries).padStart(6),
    String(most).padStart(8),
    `${(oldest / 1000).toFixed(2)} s`.padStart(14),
  );
}
