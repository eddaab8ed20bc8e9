import { once } from 'node:events';
import { createApp } from '../src/app.js';
import { createLogger } from '../src/logger.js';
import { provider } from '../src/provider.js';
import { orders } from './orders.js';

const server = createApp({ log: createLogger(), provider }).listen(0);
await once(server, 'listening');
await Promise.all(
  orders.map((order) =>
    fetch(`http://localhost:${server.address().port}/orders`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(order),
    }),
  ),
);
server.close();
server.closeAllConnections();
