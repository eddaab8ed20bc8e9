// fails: Each key is asked for once
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
    return new Promise((resolve, reject) => {
      if (batch.length === 0) setTimeout(run, 0);
      batch.push({ key, resolve, reject });
    });
  };
}
