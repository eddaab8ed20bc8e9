import { createClient } from 'redis';
import { startRedis } from '../dev/redis.js';

const redis = await startRedis({ save: '""' });
const client = createClient({ url: redis.url });
await client.connect();
const fill = `
  for i = 1, 100000 do redis.call('SET', 'session:' .. (ARGV[1] + i), 'ada') end`;
for (let n = 0; n < 1_000_000; n += 100_000)
  await client.eval(fill, { arguments: [String(n)] });

// #region slow
await client.keys('cart:*');
for await (const keys of client.scanIterator({ MATCH: 'cart:*', COUNT: 100 }))
  void keys;

const stats = await client.info('commandstats');
for (const command of ['keys', 'scan']) {
  const [, calls, microseconds] = stats.match(
    new RegExp(`cmdstat_${command}:calls=(\\d+),.*usec_per_call=([\\d.]+)`),
  );
  const each = (microseconds / 1000).toFixed(2);
  console.log(`${command}: ${calls} calls, ${each} ms each`);
}
// #endregion slow

client.destroy();
await redis.stop();
