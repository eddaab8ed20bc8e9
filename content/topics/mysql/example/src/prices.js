import { transaction } from './transaction.js';

// #region upsert
export async function setPrices(rows) {
  if (rows.length === 0) return;
  const values = rows.map(({ pitch, night, cents }) => [pitch, night, cents]);
  await transaction((connection) =>
    connection.query(
      `INSERT INTO price (pitch, night, cents) VALUES ? AS new
       ON DUPLICATE KEY UPDATE cents = new.cents`,
      [values],
    ),
  );
}
// #endregion upsert
