import { morning, openLab, reset } from '../dev/lab.js';
import { book, bookGuarded, bookIfFree } from '../src/booking.js';
import { inTransaction } from '../src/transaction.js';

const { pool, close } = await openLab();
let attempts = 0;

// Opens all connections first, so that the requests really run at once.
await Promise.all(
  Array.from({ length: 18 }, () => pool.query('SELECT pg_sleep(0.5)')),
);

const ways = {
  'Repeatable Read': (request) =>
    inTransaction(pool, (client) => bookIfFree(client, request), {
      level: 'REPEATABLE READ',
    }),
  Serializable: (request) => book(pool, request, () => (attempts += 1)),
  constraint: (request) => bookGuarded(pool, request),
};

for (const [name, way] of Object.entries(ways)) {
  await reset(pool);
  const results = await Promise.all(
    Array.from({ length: 20 }, () => way(morning)),
  );
  const booked = results.filter((result) => result === 'booked').length;
  console.log(`${name}: ${booked} of ${results.length} booked`);
}
console.log(`Serializable took ${attempts} attempts`);

await close();
