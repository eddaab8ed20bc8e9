// fails: When the cache is full, the product that wasn't asked for the longest goes
// says: no longer notes which product was asked for last.
import { replay } from './replay.js';

const lifetime = 10 * 60_000;

/** Keeps the price of each product for ten minutes. `load(product)` asks the database; `now()` is in milliseconds. */
export function createPriceCache({ load, now, maxEntries = 1000 }) {
  /** By product, the one that was asked for the longest ago first. */
  const entries = new Map();

  function dropOldest() {
    const [oldest] = entries.keys();
    entries.delete(oldest);
  }

  function put(product, entry) {
    entries.delete(product);
    entries.set(product, { ...entry, expiresAt: now() + lifetime });
    if (entries.size > maxEntries) dropOldest();
  }

  return {
    async get(product) {
      const entry = entries.get(product);
      if (entry && now() < entry.expiresAt) {
        return entry.price;
      }
      const price = await load(product);
      put(product, { price });
      return price;
    },
    get size() {
      return entries.size;
    },
  };
}

await replay(createPriceCache);
