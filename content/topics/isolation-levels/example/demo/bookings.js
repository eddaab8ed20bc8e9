import { LEVELS, morning, openLab, reset } from '../dev/lab.js';
import { countOverlapping, insertBooking } from '../src/booking.js';

const { pool, a, b, close } = await openLab();

// #region interleave
async function bothBook(level) {
  for (const session of [a, b]) {
    await session.query(`BEGIN ISOLATION LEVEL ${level}`);
    await countOverlapping(session, morning); // 0 for both
  }
  await insertBooking(a, morning);
  await a.query('COMMIT');
  try {
    await insertBooking(b, morning);
    await b.query('COMMIT');
  } catch (error) {
    console.log(`B: ${error.code} ${error.message}`);
    await b.query('ROLLBACK');
  }
}
// #endregion interleave

for (const level of LEVELS) {
  await reset(pool);
  await bothBook(level);
  const n = await countOverlapping(pool, morning);
  console.log(level.padEnd(15), `bookings: ${n}`);
}

await close();
