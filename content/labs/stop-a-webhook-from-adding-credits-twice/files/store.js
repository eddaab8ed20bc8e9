/** What all processes share. Each call takes a moment, as with a real database. */
export function createStore({ pause = async () => {} } = {}) {
  const keys = new Set();
  return {
    async has(key) {
      await pause();
      return keys.has(key);
    },
    /** Notes the key, and says whether it was new. */
    async claim(key) {
      await pause();
      const isNew = !keys.has(key);
      keys.add(key);
      return isNew;
    },
    async release(key) {
      await pause();
      keys.delete(key);
    },
  };
}
