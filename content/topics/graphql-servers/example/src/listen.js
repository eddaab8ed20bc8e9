import { once } from 'node:events';

export async function listen(server) {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/graphql`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
