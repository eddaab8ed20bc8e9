// What the demos and the tests share: one show, some gift cards, many buyers.
import pg from 'pg';
import { startDatabase } from './database.js';

export async function openCinema() {
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

export async function reset(pool, { seats }) {
  await pool.query('TRUNCATE show, gift_card, ticket, projectionist');
  await pool.query("INSERT INTO show VALUES (7, 'Metropolis', 1, $1)", [seats]);
  await pool.query(
    `INSERT INTO gift_card
     SELECT 'card-' || n, 3000 FROM generate_series(1, 50) AS n`,
  );
  await pool.query("INSERT INTO gift_card VALUES ('bob', 500)");
}

// 50 buyers at once, each with a gift card; returns how often each result came.
export async function rush(sell) {
  const buyers = Array.from({ length: 50 }, (_, n) =>
    sell({ showId: 7, code: `card-${n + 1}` }).catch((error) => error.code),
  );
  const results = await Promise.all(buyers);
  return Object.fromEntries(
    [...new Set(results)].map((result) => [
      result,
      results.filter((other) => other === result).length,
    ]),
  );
}

export async function books(pool) {
  const { rows } = await pool.query(
    `SELECT seats_left,
            (SELECT count(*)::int FROM ticket) AS tickets,
            (SELECT sum(3000 - cents)::int / 1200 FROM gift_card
             WHERE code <> 'bob') AS paid
     FROM show WHERE id = 7`,
  );
  return rows[0];
}
