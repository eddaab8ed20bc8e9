import { randomUUID } from 'node:crypto';

// #region lease
// Redis runs a script as one step: nothing comes between GET and SET.
const store = `
  if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
  redis.call('DEL', KEYS[2])
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1
`;

/** A cache in Redis that a slow reader can't fill with an old value. */
export class LeaseCache {
  constructor(redis, ttl = 3600) {
    this.redis = redis;
    this.ttl = ttl;
  }

  async read(key, load) {
    const cached = await this.redis.get(key);
    if (cached !== null) return JSON.parse(cached);

    const lease = randomUUID();
    await this.redis.set(`lease:${key}`, lease, {
      expiration: { type: 'EX', value: 10 },
    });
    const value = (await load()) ?? null;
    const seconds = value === null ? Math.min(5, this.ttl) : this.ttl;
    await this.redis.eval(store, {
      keys: [key, `lease:${key}`],
      arguments: [lease, JSON.stringify(value), String(seconds)],
    });
    return value;
  }

  /** Call it after the commit. */
  async invalidate(keys) {
    await this.redis.del(keys.flatMap((key) => [key, `lease:${key}`]));
    await this.redis.publish('invalidated', JSON.stringify(keys));
  }
  // #endregion lease

  // #region group
  /** Reads something that many rows are part of, such as a list. */
  async readGroup(group, name, load) {
    const fresh = randomUUID();
    const version =
      (await this.redis.set(`version:${group}`, fresh, {
        condition: 'NX', // only if there is none
        GET: true, // and give me the one that's there
      })) ?? fresh;
    return this.read(`${group}:${version}:${name}`, load);
  }

  async invalidateGroup(group) {
    await this.redis.set(`version:${group}`, randomUUID());
  }
  // #endregion group
}
