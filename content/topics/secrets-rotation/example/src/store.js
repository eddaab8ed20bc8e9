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
export function cached(store, lifetime) {
  let value;
  let readAt = -Infinity;
  return async function credentials() {
    if (performance.now() - readAt >= lifetime) {
      value = await store.read('current');
      readAt = performance.now();
    }
    return value;
  };
}
// #endregion cached
