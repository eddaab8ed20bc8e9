// fails: Writing an entry again is a use, and pushes nothing out
export function createCache(limit) {
  const entries = new Map();
  return {
    get(key) {
      if (!entries.has(key)) return undefined;
      const value = entries.get(key);
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      if (entries.size >= limit) entries.delete(entries.keys().next().value);
      entries.delete(key);
      entries.set(key, value);
    },
    has: (key) => entries.has(key),
    get size() {
      return entries.size;
    },
  };
}
