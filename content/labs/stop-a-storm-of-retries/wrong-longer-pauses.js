// fails: A database that is down gets three queries
// says: waits longer between the attempts, and makes as many of them.
import { replay } from './replay.js';

const attempts = 3;

/** Calls until it succeeds, three times at most, with a longer pause each time. */
async function withRetries(call, sleep) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === attempts) throw error;
      await sleep(1000 * 2 ** attempt);
    }
  }
}

/** The shop: the gateway calls the order service, which calls the stock service, which asks the database. */
export function createShop({ database, payments, sleep }) {
  const stock = {
    async piecesOf(item) {
      const row = await withRetries(() => database.query(item), sleep);
      return row.pieces;
    },
  };

  const orders = {
    async check({ item, pieces }) {
      const found = await withRetries(() => stock.piecesOf(item), sleep);
      if (found < pieces) throw new Error('sold out');
    },
  };

  return {
    async checkout(order) {
      await withRetries(() => orders.check(order), sleep);
      const { id } = await payments.charge(order);
      return { ...order, paymentId: id };
    },
  };
}

await replay(createShop);
