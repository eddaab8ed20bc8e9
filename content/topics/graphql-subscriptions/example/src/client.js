import { createClient } from 'graphql-ws';

// #region client
export function connect(
  options,
  { pingEvery = 10_000, replyWithin = 8_000 } = {},
) {
  let limit;
  const expectReply = () => {
    clearTimeout(limit);
    limit = setTimeout(() => client.terminate(), replyWithin);
  };
  const client = createClient({
    keepAlive: pingEvery,
    retryAttempts: Infinity,
    shouldRetry: ({ code, reason }) => code !== 4403 || reason === 'Expired',
    retryWait: (attempt) =>
      new Promise((resolve) => {
        const longest = Math.min(4_000 * 2 ** attempt, 30_000);
        setTimeout(resolve, Math.random() * longest);
      }),
    ...options,
    on: {
      connecting: expectReply, // until the server's acknowledgment
      connected: () => clearTimeout(limit),
      ping: (received) => received || expectReply(),
      pong: (received) => received && clearTimeout(limit),
      closed: () => clearTimeout(limit),
    },
  });
  return client;
}
// #endregion client
