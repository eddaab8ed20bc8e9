// #region store
import { inTransaction } from './transaction.js';

/** The slots of a day in New York, with their free chairs. */
export async function freeSlots(db, day) {
  const { rows } = await db.query(
    `SELECT slot.id, starts_at, (chairs - count(appointment.id))::int AS free
     FROM slot LEFT JOIN appointment ON slot_id = slot.id
     WHERE starts_at >= $1::date::timestamp AT TIME ZONE 'America/New_York'
       AND starts_at < ($1::date + 1)::timestamp AT TIME ZONE 'America/New_York'
     GROUP BY slot.id
     ORDER BY starts_at, slot.id`,
    [day],
  );
  return rows;
}

/** Returns 'booked', 'full', 'already booked' or 'no such slot'. */
export function book(pool, slotId, donor) {
  return inTransaction(pool, async (client) => {
    const slot = await client.query(
      'SELECT chairs FROM slot WHERE id = $1 FOR UPDATE',
      [slotId],
    );
    if (slot.rowCount === 0) return 'no such slot';
    const { rows: taken } = await client.query(
      'SELECT donor FROM appointment WHERE slot_id = $1',
      [slotId],
    );
    if (taken.some((row) => row.donor === donor)) return 'already booked';
    if (taken.length >= slot.rows[0].chairs) return 'full';
    await client.query(
      'INSERT INTO appointment (slot_id, donor) VALUES ($1, $2)',
      [slotId, donor],
    );
    return 'booked';
  });
}
// #endregion store
