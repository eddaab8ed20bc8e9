// The same requests from three accounts with different pins.
import { once } from 'node:events';
import { createApp } from '../src/app.js';
import { createAccounts, createParcels } from '../src/data.js';
import { changes, oldest } from '../src/versions.js';

const app = createApp({
  changes,
  oldest,
  accounts: createAccounts(),
  parcels: createParcels(),
  log: () => {},
});
const server = app.listen(0);
await once(server, 'listening');
const base = `http://localhost:${server.address().port}`;

for (const name of ['newcomer', 'depot', 'shop']) {
  const headers = { Authorization: `Bearer key-of-the-${name}` };
  const res = await fetch(`${base}/shipments/s1`, { headers });
  console.log(name, res.headers.get('Carrier-Version'));
  for (const { status, address } of (await res.json()).parcels) {
    console.log(' ', status, JSON.stringify(address));
  }
}
server.close();
