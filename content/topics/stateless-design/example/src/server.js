import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';
import { createApp } from './app.js';
import { redisCarts, sessionCarts } from './carts.js';

const {
  INSTANCE = 'A',
  PORT = '0',
  SESSIONS = 'redis',
  CARTS = 'redis',
  REDIS_URL = 'redis://127.0.0.1:6379',
  SESSION_SECRET,
} = process.env;
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is missing');

// #region redis
const redis = createClient({
  url: REDIS_URL,
  disableOfflineQueue: true, // fail at once while Redis is away
  pingInterval: 1_000,
  socket: {
    socketTimeout: 2_000, // Redis says nothing, not even to a ping: it's away
    reconnectStrategy: () => 500,
  },
});
redis.on('error', (error) => console.error('redis:', error.message));
await redis.connect();

const app = createApp({
  instance: INSTANCE,
  secret: SESSION_SECRET,
  store: SESSIONS === 'redis' ? new RedisStore({ client: redis }) : undefined,
  carts: CARTS === 'redis' ? redisCarts(redis) : sessionCarts,
});
// #endregion redis

const server = app.listen(Number(PORT), (error) => {
  if (error) throw error;
  process.send?.(server.address().port); // tells a demo or test the port
});
