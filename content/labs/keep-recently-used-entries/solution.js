export function createCache(limit) {
  const entries = new Map();

  function use(key, value) {
    entries.delete(key);
    entries.set(key, value);
  }

  return {
    get(key) {
      if (!entries.has(key)) return undefined;
      const value = entries.get(key);
      use(key, value);
      return value;
    },
    set(key, value) {
      use(key, value);
      if (entries.size > limit) entries.delete(entries.keys().next().value);
    },
    has: (key) => entries.has(key),
    get size() {
      return entries.size;
    },
  };
}
