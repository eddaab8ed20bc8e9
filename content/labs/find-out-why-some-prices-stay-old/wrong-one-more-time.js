// fails: A price that is read all the time expires too
// says: lets a read prolong the life of an entry once.
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
    const expiresAt = entry.isUsed ? entry.expiresAt : now() + lifetime;
    entries.set(product, { ...entry, expiresAt });
    if (entries.size > maxEntries) dropOldest();
  }

  return {
    async get(product) {
      const entry = entries.get(product);
      if (entry && now() < entry.expiresAt) {
        put(product, { ...entry, isUsed: entry.isRead });
        Object.assign(entries.get(product), { isRead: true });
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
