export function createCache(limit) {
  const entries = new Map();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    has: (key) => entries.has(key),
    get size() {
      return entries.size;
    },
  };
}
