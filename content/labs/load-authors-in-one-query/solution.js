export function createLoader(loadMany) {
  const known = new Map();
  let batch = [];

  async function run() {
    const items = batch;
    batch = [];
    try {
      const values = await loadMany(items.map(({ key }) => key));
      if (values.length !== items.length) throw new Error(`Expected ${items.length} values, found ${values.length}.`);
      for (const [index, item] of items.entries()) {
        const value = values[index];
        if (value instanceof Error) item.reject(value);
        else item.resolve(value);
      }
    } catch (error) {
      for (const { reject } of items) reject(error);
    }
  }

  return function load(key) {
    const earlier = known.get(key);
    if (earlier) return earlier;
    const promise = new Promise((resolve, reject) => {
      if (batch.length === 0) setTimeout(run, 0);
      batch.push({ key, resolve, reject });
    });
    known.set(key, promise);
    promise.catch(() => known.delete(key));
    return promise;
  };
}
