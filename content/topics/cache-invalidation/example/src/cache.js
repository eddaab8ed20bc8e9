import { randomUUID } from 'node:crypto';

// #region lease
// Redis runs a script as one step: nothing comes between GET and SET.
const storeIfSame = `
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1
`;
const report = (error) => console.error(`cache: ${error.message}`);

/** A cache in Redis that a slow reader can't fill with an old value. */
export class LeaseCache {
  constructor(redis, ttl = 3600) {
    this.redis = redis;
    this.ttl = ttl;
  }

  async read(key, load) {
    const lease = `lease:${randomUUID()}`;
    const found = await this.#getOrSet(key, lease, 60).catch(report);
    if (found && !found.startsWith('lease:')) return JSON.parse(found);
    const value = (await load()) ?? null;
    if (found) await this.#store(key, found, value).catch(report);
    return value;
  }

  /** Call it after the commit. */
  async invalidate(keys) {
    await Promise.all(keys.map((key) => this.redis.del(key)));
  }

  /** What's under the key. If there's nothing, it stores `fresh` there. */
  async #getOrSet(key, fresh, seconds) {
    const found = await this.redis.get(key);
    if (found !== null) return found;
    const raced = await this.redis.set(key, fresh, {
      condition: 'NX', // only if it's still missing
      GET: true, // and if it isn't, return what's there
      expiration: { type: 'EX', value: seconds },
    });
    return raced ?? fresh;
  }

  async #store(key, lease, value) {
    const seconds = value === null ? 5 : this.ttl;
    await this.redis.eval(storeIfSame, {
      keys: [key],
      arguments: [lease, JSON.stringify(value), String(seconds)],
    });
  }
  // #endregion lease

  // #region group
  /** Reads something that many rows are part of, such as a list. */
  async readGroup(group, name, load) {
    const fresh = randomUUID();
    const version = await this.#getOrSet(
      `version:${group}`,
      fresh,
      86_400,
    ).catch(report);
    return this.read(`${group}:${version ?? fresh}:${name}`, load);
  }
  // #endregion group
}
