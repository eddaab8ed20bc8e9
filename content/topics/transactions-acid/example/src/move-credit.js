import { inTransaction } from './transaction.js';

// #region unordered
export function moveCreditUnordered(pool, { from, to, cents }) {
  return inTransaction(pool, async (client) => {
    await add(client, from, -cents);
    await add(client, to, cents);
  });
}

async function add(client, code, cents) {
  await client.query(
    'UPDATE gift_card SET cents = cents + $2 WHERE code = $1',
    [code, cents],
  );
}
// #endregion unordered

// #region ordered
export function moveCredit(pool, { from, to, cents }) {
  return inTransaction(pool, async (client) => {
    await client.query(
      `SELECT FROM gift_card WHERE code = ANY($1)
       ORDER BY code FOR UPDATE`,
      [[from, to]],
    );
    await add(client, from, -cents);
    await add(client, to, cents);
  });
}
// #endregion ordered
