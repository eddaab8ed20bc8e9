import { once } from 'node:events';
import { createApp } from '../src/app.js';

export async function start(t) {
  const flights = new Map([
    ['KL123', { number: 'KL123', status: 'boarding', gate: 'B4' }],
  ]);
  const clients = [];
  const app = createApp(flights, { seen: (client) => clients.push(client) });
  const server = app.listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}/flights/KL123`;
  return {
    clients,
    async read(headers) {
      return (await fetch(url, { headers })).json();
    },
    async change(body, type = 'application/merge-patch+json') {
      const response = await fetch(url, {
        method: 'PATCH',
        headers: { 'Content-Type': type },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}
