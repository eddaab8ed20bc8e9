import { setTimeout as sleep } from 'node:timers/promises';

// #region shared
async function within(ms, command) {
  const timeout = sleep(ms, undefined, { ref: false }).then(() => {
    throw new Error(`no response within ${ms} ms`);
  });
  return Promise.race([command, timeout]);
}

export function cacheAside({ redis, name, ttl, load, log = console.error }) {
  return async function get(id) {
    const key = `${name}:v1:${id}`;
    try {
      const cached = await within(50, redis.get(key));
      if (cached !== null) return JSON.parse(cached);
    } catch (error) {
      log(`cache read: ${error.message}`);
    }

    const value = (await load(id)) ?? null; // null: there is no such row
    const text = JSON.stringify(value);
    try {
      const seconds = value === null ? Math.min(ttl, 5) : ttl;
      const expiration = { type: 'EX', value: seconds };
      await within(50, redis.set(key, text, { expiration }));
    } catch (error) {
      log(`cache write: ${error.message}`);
    }
    return JSON.parse(text); // the same on a miss as on a hit
  };
}
// #endregion shared
