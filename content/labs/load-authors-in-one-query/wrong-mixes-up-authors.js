// fails: A list of the wrong length is an error and not a mix-up
export function createLoader(loadMany) {
  const known = new Map();
  let batch = [];
  async function run() {
    const items = batch;
    batch = [];
    try {
      const values = await loadMany(items.map(({ key }) => key));
      items.forEach(({ resolve, reject }, index) => (values[index] instanceof Error ? reject(values[index]) : resolve(values[index])));
    } catch (error) {
      for (const { reject } of items) reject(error);
    }
  }
  return function load(key) {
    if (!known.has(key)) {
      const promise = new Promise((resolve, reject) => {
        if (batch.length === 0) setTimeout(run, 0);
        batch.push({ key, resolve, reject });
      });
      known.set(key, promise);
      promise.catch(() => known.delete(key));
    }
    return known.get(key);
  };
}
