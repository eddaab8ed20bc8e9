export function createLoader(load, { maxAge, now }) {
  const cache = new Map();
  const inProgress = new Map();

  async function loadAndStore(key) {
    const value = await load(key);
    cache.set(key, { value, at: now() });
    return value;
  }

  return async function get(key) {
    const entry = cache.get(key);
    if (entry && now() - entry.at < maxAge) return entry.value;
    if (!inProgress.has(key)) inProgress.set(key, loadAndStore(key).finally(() => inProgress.delete(key)));
    return inProgress.get(key);
  };
}
