// #region local
/** Copies in this process, dropped when Redis says that they changed. */
export class LocalCache {
  #entries = new Map();
  #changes = 0;

  /** `subscriber` is a Redis connection of its own: `redis.duplicate()`. */
  static async open(cache, subscriber, ttl = 60_000) {
    const local = new LocalCache();
    local.cache = cache;
    local.ttl = ttl;
    // While the line is down we hear nothing, so we can't trust any copy.
    for (const event of ['error', 'reconnecting', 'ready', 'end']) {
      subscriber.on(event, () => local.#clear());
    }
    await subscriber.connect();
    await subscriber.subscribe('invalidated', (message) => {
      local.#changes++;
      for (const key of JSON.parse(message)) local.#entries.delete(key);
    });
    return local;
  }

  #clear() {
    this.#changes++;
    this.#entries.clear();
  }

  async read(key, load) {
    const entry = this.#entries.get(key);
    if (entry && entry.until > Date.now()) return entry.value;
    const changes = this.#changes;
    const value = await this.cache.read(key, load);
    // Something changed while we read: it might have been this.
    if (changes === this.#changes) {
      this.#entries.set(key, { value, until: Date.now() + this.ttl });
    }
    return value;
  }
}
// #endregion local
