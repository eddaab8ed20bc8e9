import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase } from '../dev/database.js';
import { createDatabase } from '../src/database.js';
import { retire, switchUser, uses } from '../src/rotate.js';
import { cached, createStore } from '../src/store.js';

const { target, admin, stop } = await startDatabase();
const store = createStore({ user: 'parcels_a', password: 'first' });
const services = Array.from({ length: 3 }, () =>
  createDatabase(target, cached(store, 500)),
);
let failed = 0;
let running = true;
const traffic = services.map(async ({ query }) => {
  while (running) {
    const three = Array.from({ length: 3 }, () => query('SELECT FROM parcel'));
    for (const { status } of await Promise.allSettled(three)) {
      if (status === 'rejected') failed += 1;
    }
    await sleep(10);
  }
});
const connections = async () => {
  const counts = [];
  for (const user of ['parcels_a', 'parcels_b']) {
    counts.push(
      `${user} ${(await uses(admin, user)).length > 0 ? 'in use' : '-'}`,
    );
  }
  return counts.join(', ');
};

await sleep(300);
console.log('before:           ', await connections());
await switchUser(admin, store, target);
await retire(admin, store).catch((error) =>
  console.log('at once:          ', error.message),
);
await sleep(1500);
console.log('after the cache:  ', await connections());
await retire(admin, store);
await sleep(300);
running = false;
await Promise.all(traffic);
console.log('failed queries:   ', failed);

for (const { end } of services) await end();
await stop();
