// Three bookings and a bot; prints the metrics of the requests.
import { once } from 'node:events';
import { app, internal } from '../src/app.js';

const servers = [app.listen(0), internal.listen(0)];
await Promise.all(servers.map((server) => once(server, 'listening')));
const [site, metrics] = servers.map(
  (server) => `http://localhost:${server.address().port}`,
);
for (const path of [
  '/bookings/1',
  '/bookings/7',
  '/bookings/13',
  '/wp-login.php',
])
  await (await fetch(site + path)).text();

const text = await (await fetch(`${metrics}/metrics`)).text();
const lines = text.split('\n').filter((line) => line.startsWith('http_'));
for (const line of lines.filter((l) => !/le="(0.05|0.1|1.6|3.2)"/.test(l)))
  console.log(line);
for (const server of servers) server.close();
