// #region first-try
export async function freeSlots(db, day) {
  const { rows } = await db.query(
    `SELECT slot.id, starts_at, chairs - count(appointment.id) AS free
     FROM slot LEFT JOIN appointment ON slot_id = slot.id
     WHERE starts_at::date = '${day}'
     GROUP BY slot.id`,
  );
  return rows;
}

export async function book(db, slotId, donor) {
  const { rows } = await db.query(
    `SELECT chairs, count(appointment.id) AS taken
     FROM slot LEFT JOIN appointment ON slot_id = slot.id
     WHERE slot.id = ${slotId} GROUP BY slot.id`,
  );
  if (rows.length === 0) return 'no such slot';
  if (rows[0].taken >= rows[0].chairs) return 'full';
  await db.query(
    `INSERT INTO appointment (slot_id, donor) VALUES (${slotId}, '${donor}')`,
  );
  return 'booked';
}
// #endregion first-try
