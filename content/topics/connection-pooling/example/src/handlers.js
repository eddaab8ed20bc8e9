import { withClient } from './pool.js';

// #region leaky
export async function leakyHandler(pool, input) {
  const client = await pool.connect();
  if (!input) return { status: 400 };
  const { rows } = await client.query('SELECT $1::text AS echo', [input]);
  client.release();
  return { status: 200, body: rows[0].echo };
}
// #endregion leaky

// #region fixed
export async function handler(pool, input) {
  if (!input) return { status: 400 };
  return withClient(pool, async (client) => {
    const { rows } = await client.query('SELECT $1::text AS echo', [input]);
    return { status: 200, body: rows[0].echo };
  });
}
// #endregion fixed
