// One customer with one valid token goes through 3,000 device numbers.
import { createApp } from '../src/app.js';
import { createNaiveApp } from '../src/naive.js';
import { createDevices, open, publicKey, token } from '../test/setup.js';

console.warn = () => {};
for (const create of [createNaiveApp, createApp]) {
  const devices = createDevices(3000);
  const { send, close } = open(create({ publicKey, devices }));
  const bearer = await token('ana');
  const statuses = {};
  for (const id of devices.keys()) {
    const body = '{"target":5}';
    const { status } = await send('PATCH', `/devices/${id}`, { bearer, body });
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  const cold = [...devices.values()].filter(({ target }) => target === 5);
  console.log(create.name.padEnd(15), 'cold:', cold.length, statuses);
  close();
}
