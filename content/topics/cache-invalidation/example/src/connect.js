import pg from 'pg';
import { createClient } from 'redis';

const report = (error) => console.error(`connection: ${error.message}`);

// #region connect
export function openPool(url) {
  const limits = { connectionTimeoutMillis: 2_000, query_timeout: 3_000 };
  return new pg.Pool({ connectionString: url, ...limits }).on('error', report);
}

export function openRedis(url, options) {
  const redis = createClient({
    url,
    disableOfflineQueue: true, // fail at once while disconnected
    pingInterval: 1_000, // shorter than socketTimeout, or idle ones time out
    socket: {
      connectTimeout: 2_000,
      socketTimeout: 2_000, // a server that hangs counts as disconnected
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000),
    },
    ...options,
  });
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
