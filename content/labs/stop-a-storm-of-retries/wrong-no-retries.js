// fails: Two failures in a row are survived
// says: no longer makes a second attempt anywhere.
import { replay } from './replay.js';

const attempts = 3;

/** Calls until it succeeds, three times at most, with a longer pause each time. */
async function withRetries(call, sleep) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!error.temporary || attempt === attempts) throw error;
      await sleep(100 * attempt);
    }
  }
}

/** The shop: the gateway calls the order service, which calls the stock service, which asks the database. */
export function createShop({ database, payments, sleep }) {
  const stock = {
    async piecesOf(item) {
      const row = await database.query(item);
      return row.pieces;
    },
  };

  const orders = {
    async check({ item, pieces }) {
      const found = await stock.piecesOf(item);
      if (found < pieces) throw new Error('sold out');
    },
  };

  return {
    async checkout(order) {
      await orders.check(order);
      const { id } = await payments.charge(order);
      return { ...order, paymentId: id };
    },
  };
}

await replay(createShop);
