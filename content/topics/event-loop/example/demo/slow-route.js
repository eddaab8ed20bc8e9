// A server under load with something slow in it. Which function is it?
import { once } from 'node:events';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const orders = Array.from({ length: 20_000 }, (_, id) => ({
  id,
  customer: `customer ${id % 500}`,
}));

function findCustomer(name) {
  return orders.filter(({ customer }) => customer === name);
}
function cloneForSafety() {
  return JSON.parse(JSON.stringify(orders));
}

const server = createServer((req, res) => {
  cloneForSafety();
  res.end(JSON.stringify(findCustomer('customer 7')));
}).listen(0);
await once(server, 'listening');

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
for (let round = 0; round < 20; round++) {
  const requests = Array.from({ length: 5 }, async () => {
    const url = `http://localhost:${server.address().port}/`;
    await (await fetch(url)).text();
  });
  await Promise.all(requests);
}
delay.disable();
const ms = (nanoseconds) => `${Math.round(nanoseconds / 1e6)} ms`;
console.log('event loop delay, median', ms(delay.percentile(50)));
console.log('event loop delay, longest', ms(delay.max));
server.close();
server.closeAllConnections();
