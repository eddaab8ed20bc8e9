import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { schema } from './schema.js';

// #region server
export function startServer({ sessionOf, mayWatch }, settings = {}) {
  const { port = 0, pingEvery = 12_000, initWait = 3_000 } = settings;
  const sockets = new WebSocketServer({ port, maxPayload: 16 * 1024 });
  const server = useServer(
    {
      schema,
      connectionInitWaitTimeout: initWait,
      async onConnect({ connectionParams, extra }) {
        const { socket } = extra;
        const limit = setTimeout(
          () => socket.close(4408, 'Too slow'),
          initWait,
        );
        const session = await sessionOf(connectionParams?.token)
          .catch((error) => {
            console.error(error);
            socket.close(1013, 'Try again later');
          })
          .finally(() => clearTimeout(limit));
        const rest = session?.expiresAt - Date.now();
        if (!(rest > 0) || socket.readyState !== socket.OPEN) return false;
        extra.user = session.user;
        extra.timer = setTimeout(
          () => socket.close(4403, 'Expired'),
          Math.min(rest, 2 ** 31 - 1),
        );
      },
      onClose: ({ extra }) => clearTimeout(extra.timer),
      context: ({ extra: { user } }) => ({
        mayWatch: (id) => mayWatch(user, id),
      }),
    },
    sockets,
    pingEvery,
  );
  return { sockets, stop: () => server.dispose() };
}
// #endregion server
