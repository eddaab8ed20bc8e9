import { pool } from '../src/db.js';
import { reset } from '../src/reset.js';

await reset();
await pool.query("INSERT INTO voucher VALUES ('LAKE-2026-AB', 5000)");

const connection = await pool.getConnection();
await connection.beginTransaction();
try {
  await connection.query('UPDATE voucher SET cents = cents * 100');
  await connection.query('ALTER TABLE voucher ADD COLUMN note VARCHAR(80)');
  await connection.query('ALTER TABLE voucher ADD COLUMN code INT');
  await connection.commit();
} catch (error) {
  console.log(error.message);
  await connection.rollback();
}
const [[row]] = await connection.query('SELECT * FROM voucher');
console.log(row);
connection.release();
await pool.end();
