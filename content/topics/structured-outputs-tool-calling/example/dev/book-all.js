// One of several processes that book at the same time.
import { bookingTools, openBookings } from '../src/bookings.js';

const [, , path, guest] = process.argv;
const db = openBookings(path, 60_000); // on a busy disk, 300 bookings take turns
const [book] = bookingTools(db, () => {});
process.on('message', async (days) => {
  const outcomes = [];
  for (const day of days) {
    const booked = book.run(
      { day, people: 12 },
      { guest, today: '2026-11-26' },
    );
    outcomes.push(
      await booked.then(
        () => 'booked',
        ({ message }) => (message.endsWith('is full.') ? 'full' : message),
      ),
    );
  }
  process.send(outcomes, () => process.exit());
});
process.send('ready');
