// 6,000 bookings in half a minute. Their log goes to log.jsonl.
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstance, startPartner } from './clinic.js';

const log = openSync(join(import.meta.dirname, '..', 'log.jsonl'), 'w');
const partner = await startPartner();
const instances = await Promise.all([
  startInstance(7541, '4.2.0', log),
  startInstance(7542, '4.2.0', log),
  startInstance(7543, '4.1.9', log),
]);
const pick = (...list) => list[Math.floor(Math.random() * list.length)];
const bookings = [];
for (let i = 0; i < 6000; i++) {
  const query = new URLSearchParams({
    clinic: `c${Math.floor(Math.random() * 25)}`,
    client: pick('ios', 'android', 'web'),
    species: pick('dog', 'cat', 'bird', 'horse'),
    stable: Math.floor(Math.random() * 600),
  });
  const port = pick(7541, 7542, 7543);
  bookings.push(fetch(`http://127.0.0.1:${port}/?${query}`));
  await sleep(5);
}
await Promise.all(bookings);
for (const instance of instances) instance.kill();
partner.closeAllConnections();
partner.close();
