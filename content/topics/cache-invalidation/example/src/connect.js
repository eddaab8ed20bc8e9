import pg from 'pg';
import { createClient } from 'redis';

const report = (error) => console.error(`connection: ${error.message}`);

// #region connect
// Without an error listener, a restart of the server would end your process.
export function openPool(url) {
  return new pg.Pool({ connectionString: url }).on('error', report);
}

export function openRedis(url, options) {
  // Fail at once while disconnected, instead of waiting for Redis.
  const redis = createClient({ url, disableOfflineQueue: true, ...options });
  redis
    .on('error', report)
    .connect()
    .catch(() => {}); // goes on trying
  return redis; // doesn't wait: the service has to start without Redis, too
}
// #endregion connect

// #region local
/** A client that also keeps copies in this process. */
export function openRedisWithCopies(url) {
  return openRedis(url, {
    clientSideCache: { maxEntries: 10_000, ttl: 60_000 },
  });
}
// #endregion local
