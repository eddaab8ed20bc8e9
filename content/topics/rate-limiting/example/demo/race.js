import { connect, startRedis } from '../dev/redis.js';
import { take } from '../src/bucket.js';

const { child, url } = await startRedis();
const instances = [await connect(url), await connect(url)];
const size = { burst: 10, everyMs: 60_000 };

// #region two-commands
async function twoCommands(redis) {
  const fullAt = Number(await redis.get('limit:two')) || undefined;
  const result = take(fullAt, Date.now(), size);
  await redis.set('limit:two', result.fullAt, {
    expiration: { type: 'PXAT', value: result.fullAt },
  });
  return result;
}
// #endregion two-commands

const oneScript = (redis) => redis.takeTokens('limit:one', size);

for (const version of [twoCommands, oneScript]) {
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, i) => version(instances[i % 2])),
  );
  const passed = results.filter((result) => result.allowed).length;
  console.log(`${version.name}: ${passed} of 200 pass`);
}

for (const redis of instances) redis.destroy();
child.kill();
