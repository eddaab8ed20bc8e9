import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createCoach } from './coach.js';
import { createRides } from './rides.js';
import { createServer } from './server.js';

/** Starts the authorization server, the API and the app on this computer. */
export async function startAll({
  ports = [0, 0, 0],
  ridesApi,
  ...seconds
} = {}) {
  const servers = ports.map(() => createHttpServer());
  for (const [i, server] of servers.entries()) {
    server.listen(ports[i], 'localhost');
    await once(server, 'listening');
  }
  const [issuer, api, coach] = servers.map(
    (server) => `http://localhost:${server.address().port}`,
  );
  const urls = { issuer, api, coach };
  servers[0].on('request', createServer({ ...urls, ...seconds }).callback());
  servers[1].on('request', ridesApi ?? createRides(urls));
  servers[2].on('request', await createCoach(urls));
  return { ...urls, stop: () => servers.forEach((server) => server.close()) };
}
