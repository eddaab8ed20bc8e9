// fails: The value undefined is kept like any other
export function createCache(limit) {
  const entries = new Map();
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
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
