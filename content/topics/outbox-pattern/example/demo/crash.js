// The confirmation of the second message is lost, and the relay repeats it.
import { openLab, reset } from '../dev/lab.js';
import { consume } from '../src/consumer.js';
import { setPrice } from '../src/listing.js';
import { publishBatch } from '../src/relay.js';

const { pool, close } = await openLab();
await reset(pool);
await setPrice(pool, 1, 2200);
await setPrice(pool, 2, 850);
await setPrice(pool, 1, -5).catch((error) => console.log(error.message));
await setPrice(pool, 1, 1999);

let sent = 0;
async function publish(message) {
  const result = await consume(pool, message); // the broker delivers at once
  console.log(
    `  #${message.id} ${message.key} ${message.body.price}: ${result}`,
  );
  sent += 1;
  if (sent === 2) throw new Error('confirmation lost');
}
for (const run of ['first', 'second', 'third']) {
  console.log(`${run} run`);
  await publishBatch(pool, publish).catch(({ message }) =>
    console.log(`  ${message}`),
  );
}
const { rows } = await pool.query('SELECT * FROM search_index ORDER BY 1');
for (const row of rows)
  console.log(`listing ${row.listing_id} costs ${row.price} in the search`);
await close();
