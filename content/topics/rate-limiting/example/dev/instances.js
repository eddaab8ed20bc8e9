import { once } from 'node:events';

// Starts each app on a port and sends requests to them in turn. Like a proxy
// of yours, it appends the client's address to X-Forwarded-For.
export async function startInstances(...apps) {
  const servers = apps.map((app) => app.listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  let turn = 0;

  async function send(path, { from = '203.0.113.7', headers = {}, ...init }) {
    const server = servers[turn++ % servers.length];
    const sent = headers['x-forwarded-for'];
    return fetch(`http://127.0.0.1:${server.address().port}${path}`, {
      ...init,
      headers: {
        ...headers,
        'x-forwarded-for': sent ? `${sent}, ${from}` : from,
      },
    });
  }
  const stop = () =>
    servers.forEach((server) => {
      server.close();
      server.closeAllConnections();
    });
  return { send, stop };
}
