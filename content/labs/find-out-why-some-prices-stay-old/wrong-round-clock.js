// fails: A price is loaded once in ten minutes
// says: empties the cache at round times, and not ten minutes after a price was loaded.
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
    entries.set(product, { ...entry, expiresAt: Math.ceil((now() + 1) / lifetime) * lifetime });
    if (entries.size > maxEntries) dropOldest();
  }

  return {
    async get(product) {
      const entry = entries.get(product);
      if (entry && now() < entry.expiresAt) {
        put(product, entry);
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
