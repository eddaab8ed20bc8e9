// fails: An error reaches everyone who waits and is not kept
export function createLoader(load, { maxAge, now }) {
  const cache = new Map();
  return function get(key) {
    const entry = cache.get(key);
    if (entry && (entry.at === undefined || now() - entry.at < maxAge)) return entry.promise;
    const next = { at: undefined, promise: undefined };
    next.promise = Promise.resolve(load(key)).then((value) => {
      next.at = now();
      return value;
    });
    cache.set(key, next);
    return next.promise;
  };
}
