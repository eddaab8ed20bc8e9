// fails: A later turn is another query
// says: remembers a key only once its value is there, so asking while the query runs leads to another query.
export function createLoader(loadMany) {
  const known = new Map();
  let batch = new Map();

  async function run() {
    const items = batch;
    batch = new Map();
    try {
      const keys = [...items.keys()];
      const values = await loadMany(keys);
      if (values.length !== keys.length) throw new Error('wrong length');
      for (const [index, key] of keys.entries()) {
        if (values[index] instanceof Error) {
          items.get(key).reject(values[index]);
        } else {
          known.set(key, values[index]);
          items.get(key).resolve(values[index]);
        }
      }
    } catch (error) {
      for (const { reject } of items.values()) reject(error);
    }
  }

  return async function load(key) {
    if (known.has(key)) return known.get(key);
    if (batch.size === 0) setTimeout(run, 0);
    if (!batch.has(key)) batch.set(key, Promise.withResolvers());
    return batch.get(key).promise;
  };
}
