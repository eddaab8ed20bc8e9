// What the demos and the tests share: a database and a pool.
import pg from 'pg';
import { startDatabase } from './database.js';

export async function openLab(options) {
  const database = await startDatabase(options);
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
  await pool.query(
    "SET LOCAL lock_timeout = '5s'; TRUNCATE stock, delivery, delivery_line",
  );
  await pool.query("INSERT INTO stock VALUES ('bolt', 50), ('nut', 80)");
  await pool.query('INSERT INTO delivery VALUES (1)');
}

/** The same 800 articles, one piece each, in opposite orders. */
export function twoFiles() {
  const file = Array.from({ length: 800 }, (_, i) => ({
    article: `A-${1000 + i}`,
    n: 1,
  }));
  return [file, file.toReversed()];
}

/**
 * Lets two clients meet after the first statement of each, so that their
 * transactions overlap. If one of them is waiting for a lock, the other one
 * goes on after 300 ms.
 */
export function meetAfterFirstStatement() {
  let arrived = 0;
  let open;
  const both = new Promise((resolve) => (open = resolve));
  return (client) => {
    let statements = 0;
    return {
      async query(...args) {
        const result = await client.query(...args);
        statements += 1;
        if (statements === 1) {
          arrived += 1;
          if (arrived === 2) open();
          const timer = setTimeout(open, 300);
          await both;
          clearTimeout(timer);
        }
        return result;
      },
    };
  };
}
