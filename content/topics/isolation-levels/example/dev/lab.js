// What the demos and the tests share: a database with two sessions, A and B.
import pg from 'pg';
import { startDatabase } from './database.js';

export async function openLab() {
  const database = await startDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 20 });
  pool.on('error', (error) => {
    if (!pool.ending) console.error(`idle connection: ${error.message}`);
  });
  const a = await pool.connect();
  const b = await pool.connect();
  const close = async () => {
    a.release();
    b.release();
    await pool.end();
    await database.stop();
  };
  return { pool, a, b, close };
}

export async function reset(pool) {
  await pool.query(
    'TRUNCATE invoice, payment, counter, booking, guarded_booking',
  );
  await pool.query(
    'INSERT INTO invoice VALUES (1, 7000, true), (2, 3000, true)',
  );
  await pool.query('INSERT INTO counter VALUES (1, 9), (2, 10)');
}

export const LEVELS = ['READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'];

export const morning = {
  scope: 4,
  from: '2026-11-24 08:00+00',
  to: '2026-11-24 12:00+00',
};
