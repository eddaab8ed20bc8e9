// fails: Different keys are loaded side by side
export function createLoader(load, { maxAge, now }) {
  const cache = new Map();
  let underWay;
  return async function get(key) {
    const entry = cache.get(key);
    if (entry && now() - entry.at < maxAge) return entry.value;
    underWay ??= (async () => {
      const value = await load(key);
      cache.set(key, { value, at: now() });
      return value;
    })().finally(() => (underWay = undefined));
    return underWay;
  };
}
