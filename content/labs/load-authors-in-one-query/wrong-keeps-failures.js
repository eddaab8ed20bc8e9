// fails: An error concerns its own key, and that key can be tried again
export function createLoader(loadMany) {
  const known = new Map();
  let batch = [];
  async function run() {
    const items = batch;
    batch = [];
    try {
      const values = await loadMany(items.map(({ key }) => key));
      if (values.length !== items.length) throw new Error('wrong length');
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
      promise.catch(() => {});
      known.set(key, promise);
    }
    return known.get(key);
  };
}
