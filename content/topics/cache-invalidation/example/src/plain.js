// #region plain
/** What most services do. It can keep an old value until it expires. */
export class PlainCache {
  constructor(redis, ttl = 3600) {
    this.redis = redis;
    this.ttl = ttl;
  }

  async read(key, load) {
    const cached = await this.redis.get(key);
    if (cached !== null) return JSON.parse(cached);
    const value = (await load()) ?? null;
    await this.redis.set(key, JSON.stringify(value), {
      expiration: { type: 'EX', value: this.ttl },
    });
    return value;
  }

  async invalidate(keys) {
    await this.redis.del(keys);
  }
}
// #endregion plain
