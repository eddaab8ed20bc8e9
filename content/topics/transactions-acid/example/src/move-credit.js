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
  if (from === to) throw new RangeError('choose two cards');
  if (!(cents > 0)) throw new RangeError('cents must be more than 0');
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `SELECT 1 FROM gift_card WHERE code = ANY($1)
       ORDER BY code FOR NO KEY UPDATE`,
      [[from, to]],
    );
    if (rowCount !== 2) throw new RangeError('no such card');
    await add(client, from, -cents);
    await add(client, to, cents);
  });
}
// #endregion ordered
