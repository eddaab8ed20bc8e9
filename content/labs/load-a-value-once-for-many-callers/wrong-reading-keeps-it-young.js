// fails: Reading does not make a value younger
// says: makes a value younger whenever it is read.
export function createLoader(load, { maxAge, now }) {
  const cache = new Map();
  const underWay = new Map();

  async function loadAndStore(key) {
    const value = await load(key);
    cache.set(key, { value, at: now() });
    return value;
  }

  return async function get(key) {
    const entry = cache.get(key);
    if (entry && now() - entry.at < maxAge) { entry.at = now(); return entry.value; }
    if (!underWay.has(key)) underWay.set(key, loadAndStore(key).finally(() => underWay.delete(key)));
    return underWay.get(key);
  };
}
