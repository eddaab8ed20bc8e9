// Fifty bookings at once, in three ways. Each ferry has 100 meters of deck.
import * as methods from '../src/booking.js';
import { fiftyBookings, metersSold, openLab, reset } from '../dev/lab.js';

const { pool, close } = await openLab();
for (const name of ['withoutLock', 'lockInSameStatement', 'lockFirst']) {
  await reset(pool);
  const results = await Promise.all(
    fiftyBookings().map((b) => methods.book(pool, b, methods[name])),
  );
  const booked = results.filter((result) => result === 'booked').length;
  const meters = (await metersSold(pool)).join(' and ');
  console.log(`${name.padEnd(20)} ${booked} booked, ${meters} meters sold`);
}
await close();
