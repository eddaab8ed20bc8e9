import { connect } from '../src/client.js';
import { sell, sellAndLose } from '../src/stock.js';
import { startRedis } from '../dev/redis.js';

const redis = await startRedis();
const clients = [await connect(redis.url), await connect(redis.url)];

// #region lost
for (const sellOne of [sellAndLose, sell]) {
  await clients[0].set('stock:sword', 5);
  const sold = await Promise.all(
    Array.from({ length: 10 }, (_, n) => sellOne(clients[n % 2], 'sword')),
  );
  console.log(
    `${sellOne.name}: ${sold.filter(Boolean).length} of 5 swords sold,`,
    `${await clients[0].get('stock:sword')} left`,
  );
}
// #endregion lost

for (const client of clients) client.destroy();
await redis.stop();
