export function createLoader(load, { maxAge, now }) {
  const cache = new Map();
  return async function get(key) {
    const entry = cache.get(key);
    if (entry && now() - entry.at < maxAge) return entry.value;
    const value = await load(key);
    cache.set(key, { value, at: now() });
    return value;
  };
}
