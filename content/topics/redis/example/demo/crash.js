import { connect } from '../src/client.js';
import { startRedis } from '../dev/redis.js';

// #region crash
for (const settings of [{ appendonly: 'no' }, { appendonly: 'yes' }]) {
  const redis = await startRedis(settings);
  const client = await connect(redis.url);
  for (let n = 0; n < 500; n++) await client.set(`session:${n}`, 'ada');
  client.destroy();
  await redis.crash();

  const again = await startRedis(settings, redis.dir);
  const after = await connect(again.url);
  console.log(settings, 'keys after the crash:', await after.dbSize());
  after.destroy();
  await again.stop();
}
// #endregion crash
