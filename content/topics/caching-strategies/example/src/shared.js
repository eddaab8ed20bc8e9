// #region shared
export function cacheAside({ redis, name, ttl, load, log = console.error }) {
  return async function get(id) {
    const key = `${name}:v1:${id}`;
    try {
      const cached = await redis.get(key);
      if (cached !== null) return JSON.parse(cached);
    } catch (error) {
      log(`cache read: ${error.message}`);
    }

    const value = (await load(id)) ?? null; // null: there is no such row
    try {
      const seconds = value === null ? Math.min(ttl, 5) : ttl;
      await redis.set(key, JSON.stringify(value), {
        expiration: { type: 'EX', value: seconds },
      });
    } catch (error) {
      log(`cache write: ${error.message}`);
    }
    return value;
  };
}
// #endregion shared
