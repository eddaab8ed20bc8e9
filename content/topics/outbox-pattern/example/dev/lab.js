// What the demos and the tests share: a database with a hundred listings.
import pg from 'pg';
import { startDatabase } from './database.js';

export async function openLab() {
  const database = await startDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 24 });
  pool.on('error', () => {}); // the tests terminate connections
  const close = async () => {
    await pool.end();
    await database.stop();
  };
  return { pool, url: database.url, close };
}

export async function reset(pool) {
  await pool.query('TRUNCATE listing, outbox, inbox, search_index');
  await pool.query(
    'INSERT INTO listing SELECT id, 1000 FROM generate_series(1, 100) AS id',
  );
}

/** Which committed messages were never published? */
export async function lost(pool, published) {
  const { rows } = await pool.query('SELECT id FROM outbox');
  const ids = new Set(published.map(({ id }) => id));
  return rows.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
}

/** How often did a listing's version not grow, repetitions aside? */
export function outOfOrder(published) {
  const seen = new Set();
  const newest = new Map();
  let count = 0;
  for (const { id, key, body } of published) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (body.version <= (newest.get(key) ?? 0)) count += 1;
    newest.set(key, body.version);
  }
  return count;
}
