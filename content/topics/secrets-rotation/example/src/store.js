/** Stands in for a secrets store: one secret with named versions. */
export function createStore(current) {
  const versions = { current, pending: undefined };
  return {
    read: async (name) => versions[name],
    write: async (name, value) => {
      versions[name] = value;
    },
  };
}

// #region cached
/** Reads the current version at most once per lifetime (in milliseconds). */
export function cached(store, lifetime, log = console.error) {
  let value;
  let readAt = -Infinity;
  let reading;

  async function read() {
    try {
      value = await store.read('current');
    } catch (error) {
      if (!value) throw error;
      log(`using the old credentials: ${error.message}`);
    }
    readAt = performance.now();
    return value;
  }
  return function credentials() {
    if (performance.now() - readAt < lifetime) return value;
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  };
}
// #endregion cached
