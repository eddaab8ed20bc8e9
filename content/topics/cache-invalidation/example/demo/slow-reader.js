import { connected, startRedis } from '../dev/redis.js';
import { LeaseCache } from '../src/cache.js';
import { openRedis } from '../src/connect.js';
import { PlainCache } from '../src/plain.js';

const { child, url } = await startRedis();
const redis = await connected(openRedis(url));

// #region demo
for (const Cache of [PlainCache, LeaseCache]) {
  const cache = new Cache(redis);
  const database = { stalls: 40 };
  await redis.flushAll();

  const slow = await cache.read('price:stalls', async () => {
    const euros = database.stalls; // the reader gets 40, and is slow
    database.stalls = 55; // meanwhile, the writer commits
    await cache.invalidate(['price:stalls']); // and invalidates
    return euros;
  });
  const next = await cache.read('price:stalls', () => database.stalls);
  console.log(`${Cache.name}: slow reader ${slow}, next reader ${next}`);
}
// #endregion demo

await redis.close();
child.kill();
