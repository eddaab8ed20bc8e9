import { pool } from '../src/db.js';
import { reset } from '../src/reset.js';

await reset();
const show = async (title, sql) => {
  const [result] = await pool.query(sql);
  const [rows] = await pool.query('SELECT pitch, cents FROM price ORDER BY 1');
  console.log(title, `affectedRows: ${result.affectedRows}`, rows);
};
const upsert = (cents) =>
  `INSERT INTO price VALUES (7, '2027-07-01', ${cents}) AS new
   ON DUPLICATE KEY UPDATE cents = new.cents`;

await show('inserted: ', upsert(3000));
await show('updated:  ', upsert(3500));
await show('unchanged:', upsert(3500));
await show(
  'ignored:  ',
  "INSERT IGNORE INTO price VALUES (8, '2027-07-01', 'free')",
);
await pool.end();
