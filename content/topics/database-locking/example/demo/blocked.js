// Who blocks whom? One session forgets its transaction, two others wait.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { book } from '../src/booking.js';
import { openLab, reset } from '../dev/lab.js';

const { pool, close } = await openLab();
await reset(pool);
const forgetful = await pool.connect();
await forgetful.query('BEGIN');
await forgetful.query('UPDATE ferry SET deck_m = 90 WHERE id = 1');
await forgetful.query('SELECT count(*) FROM vehicle');
// … and now it waits for an HTTP response.
const waiting = ['A', 'B'].map((plate) =>
  book(pool, { plate, ferry: 1, length: 5 }),
);
await sleep(1200);
const sql = readFileSync(
  new URL('../src/blocked.sql', import.meta.url),
  'utf8',
);
for (const row of (await pool.query(sql)).rows)
  console.log(
    `${row.pid} blocked by [${row.blocked_by}], ${row.state}: ${row.last_query.trim()}`,
  );
console.log('the two bookings:', ...(await Promise.all(waiting)));
await forgetful.query('ROLLBACK');
forgetful.release();
await close();
