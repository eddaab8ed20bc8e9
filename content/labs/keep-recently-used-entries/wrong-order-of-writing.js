// fails: An entry that was read stays
export function createCache(limit) {
  const entries = new Map();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > limit) entries.delete(entries.keys().next().value);
    },
    has: (key) => entries.has(key),
    get size() {
      return entries.size;
    },
  };
}
