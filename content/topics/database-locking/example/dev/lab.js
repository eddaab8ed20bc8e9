// What the demos and the tests share: a database and twenty connections.
import pg from 'pg';
import { startDatabase } from './database.js';

export async function openLab() {
  const database = await startDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 20 });
  pool.on('error', (error) => {
    if (!pool.ending) console.error(`idle connection: ${error.message}`);
  });
  const close = async () => {
    await pool.end();
    await database.stop();
  };
  return { pool, close };
}

export async function reset(pool) {
  // Fails if a test has left a transaction open, and doesn't wait for it.
  await pool.query("SET LOCAL lock_timeout = '5s'; TRUNCATE ferry, vehicle");
  await pool.query('INSERT INTO ferry VALUES (1, 100), (2, 100)');
}

/** Fifty bookings at once, of 3 to 17 meters, for two ferries of 100 meters. */
export function fiftyBookings() {
  return Array.from({ length: 50 }, (_, i) => ({
    plate: `HH-${i}`,
    ferry: 1 + (i % 2),
    length: 3 + ((i * 7) % 15),
  }));
}

export async function metersSold(pool) {
  const { rows } = await pool.query(
    `SELECT sum(length_m)::int AS meters FROM vehicle
     GROUP BY ferry_id ORDER BY ferry_id`,
  );
  return rows.map(({ meters }) => meters);
}
