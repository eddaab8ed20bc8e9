// fails: Two loaders do not share anything
// says: keeps what was loaded outside createLoader, so one loader gets what another one loaded.
const known = new Map();

export function createLoader(loadMany) {
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
      promise.catch(() => known.delete(key));
      known.set(key, promise);
    }
    return known.get(key);
  };
}
