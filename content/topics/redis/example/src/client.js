import { createClient } from 'redis';

// #region connect
export async function connect(url) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 1_000,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: 2_000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000),
    },
  });
  client.on('error', (error) => console.error('redis:', error.message));
  await client.connect();
  return client;
}
// #endregion connect
