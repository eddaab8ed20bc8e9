import { setTimeout as sleep } from 'node:timers/promises';

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
export function cached(
  store,
  lifetime,
  { log = console.error, patience = 2_000 } = {},
) {
  let value;
  let readAt = -Infinity;
  let reading;

  async function read() {
    try {
      value = await Promise.race([store.read('current'), giveUp(patience)]);
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

async function giveUp(patience) {
  await sleep(patience, undefined, { ref: false });
  throw new Error('the store does not answer');
}
