import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ToolError } from './loop.js';

const SEATS = 40;

export function openBookings(path = ':memory:', timeout = 2_000) {
  const db = new DatabaseSync(path, { timeout });
  db.exec(`
    CREATE TABLE IF NOT EXISTS booking (
      id TEXT PRIMARY KEY, guest TEXT NOT NULL, day TEXT NOT NULL,
      people INTEGER NOT NULL, UNIQUE (guest, day)
    ) STRICT`);
  return db;
}

// #region book
const book = (db) => ({
  name: 'book_table',
  description: 'Books a table for the guest. One booking per day.',
  input: z.strictObject({ day: z.iso.date(), people: z.int().min(1).max(12) }),
  async run({ day, people }, { guest, today }) {
    if (day <= today) throw new ToolError(`The day must be after ${today}.`);
    db.prepare(
      `INSERT INTO booking (id, guest, day, people)
       SELECT :id, :guest, :day, :people
       WHERE (SELECT coalesce(sum(people), 0) FROM booking WHERE day = :day)
         + :people <= ${SEATS}
       ON CONFLICT DO NOTHING`,
    ).run({ id: randomUUID(), guest, day, people });
    const mine = db
      .prepare('SELECT people FROM booking WHERE guest = ? AND day = ?')
      .get(guest, day);
    if (!mine) throw new ToolError(`${day} is full.`);
    if (mine.people !== people)
      throw new ToolError(`There is a booking for ${mine.people} on ${day}.`);
    return `Booked: ${day}, ${people} people.`;
  },
});
// #endregion book

// #region cancel
const cancel = (db, show) => ({
  name: 'propose_cancellation',
  description: "Shows the guest a button that cancels that day's booking.",
  input: z.strictObject({ day: z.iso.date() }),
  async run({ day }, { guest }) {
    const booking = db
      .prepare('SELECT id FROM booking WHERE guest = ? AND day = ?')
      .get(guest, day);
    if (!booking) throw new ToolError(`The guest has no booking on ${day}.`);
    show({ booking: booking.id, text: `Cancel the table on ${day}` });
    return 'The button is shown. Nothing has been canceled yet.';
  },
});

/** DELETE /bookings/:id, which the button calls with the guest's session. */
export function cancelBooking(db, id, guest) {
  const { changes } = db
    .prepare('DELETE FROM booking WHERE id = ? AND guest = ?')
    .run(id, guest);
  return changes === 1;
}
// #endregion cancel

export const bookingTools = (db, show) => [book(db), cancel(db, show)];
