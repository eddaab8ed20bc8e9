// fails: Many callers at once share one load
export function createLoader(load, { maxAge, now }) {
  const cache = new Map();
  return async function get(key) {
    const entry = cache.get(key);
    if (entry && now() - entry.at < maxAge) return entry.value;
    const value = await load(key);
    if (!cache.has(key) || now() - cache.get(key).at >= maxAge) cache.set(key, { value, at: now() });
    return cache.get(key).value;
  };
}
