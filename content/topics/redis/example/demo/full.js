import { connect } from '../src/client.js';
import { startRedis } from '../dev/redis.js';

// #region full
for (const policy of ['noeviction', 'allkeys-lru']) {
  const redis = await startRedis({
    maxmemory: '4mb',
    'maxmemory-policy': policy,
  });
  const client = await connect(redis.url);
  let written = 0;
  try {
    for (; written < 10_000; written++)
      await client.set(`page:${written}`, 'x'.repeat(1000));
  } catch (error) {
    console.log(error.message);
  }
  const kept = await client.dbSize();
  console.log(`${policy}: ${written} written, ${kept} kept`);
  client.destroy();
  await redis.stop();
}
// #endregion full
