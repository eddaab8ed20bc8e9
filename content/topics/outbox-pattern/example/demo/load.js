// Twenty connections change prices for three seconds. Two relays, one of each
// kind, read the same outbox. What does each of them lose?
import { setTimeout as sleep } from 'node:timers/promises';
import { lost, openLab, outOfOrder, reset } from '../dev/lab.js';
import { setPrice } from '../src/listing.js';
import { publishAfter, runRelay } from '../src/relay.js';

const { pool, url, close } = await openLab();
await reset(pool);
const stop = new AbortController();
const random = (n) => Math.floor(Math.random() * n);

const marked = { messages: [] };
const positioned = { messages: [] };
const relays = [
  runRelay(url, async (m) => marked.messages.push(m), {
    signal: stop.signal,
    pause: 10,
  }),
  (async () => {
    let position = 0;
    while (!stop.signal.aborted) {
      const publish = async (m) => positioned.messages.push(m);
      position = await publishAfter(pool, publish, position);
      await sleep(10);
    }
  })(),
];

const until = Date.now() + 3000;
const writer = async () => {
  while (Date.now() < until)
    await setPrice(pool, 1 + random(100), 1 + random(5000), () =>
      sleep(random(20)),
    );
};
await Promise.all(Array.from({ length: 20 }, writer));
await sleep(500); // both relays have time to catch up
stop.abort();
await Promise.all(relays);

const { rows } = await pool.query('SELECT count(*)::int AS n FROM outbox');
console.log(`${rows[0].n} messages committed`);
for (const [name, { messages }] of Object.entries({
  positioned,
  marked,
})) {
  const missing = (await lost(pool, messages)).length;
  const swapped = outOfOrder(messages);
  console.log(`${name}: ${missing} lost, ${swapped} out of order per listing`);
}
await close();
