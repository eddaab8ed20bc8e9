// Four clients, one long connection each. Two servers at first, four later.
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { request, startSite } from './site.js';

for (const [name, config] of [
  ['layer 4', 'haproxy-tcp.cfg'],
  ['layer 7', 'haproxy.cfg'],
]) {
  const site = await startSite({ config, count: 2 });
  const clients = Array.from(
    { length: 4 },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  );
  console.log(`${name}, two servers: `, await count(clients));
  site.startServer(3);
  site.startServer(4);
  await sleep(3000);
  console.log(`${name}, four servers:`, await count(clients));
  for (const client of clients) client.destroy();
  await site.stop();
}

async function count(clients) {
  const seen = {};
  for (let i = 0; i < 25; i++)
    for (const agent of clients) {
      const { server } = await request('/valley', { agent });
      seen[server] = (seen[server] ?? 0) + 1;
    }
  return seen;
}
