// #region cache
const monotonic = () => performance.now(); // never goes back

export class Cache {
  #entries = new Map(); // least recently used first
  #loading = new Map();
  stats = { hits: 0, misses: 0, merged: 0, evicted: 0 };

  constructor({ ttl, max, load, now = monotonic, spread = 0 }) {
    Object.assign(this, { ttl, max, load, now, spread });
  }

  async get(key) {
    const hit = this.#entries.get(key);
    if (hit && hit.expires > this.now()) {
      this.stats.hits += 1;
      this.#put(key, hit);
      return hit.value;
    }
    const running = this.#loading.get(key);
    if (running) {
      this.stats.merged += 1;
      return running.promise;
    }
    this.stats.misses += 1;
    const loading = {};
    this.#loading.set(key, loading);
    loading.promise = this.#fill(key, loading);
    return loading.promise;
  }

  // Call it after the database has committed the change.
  delete(key) {
    this.#entries.delete(key);
    this.#loading.delete(key); // what is being read may be old already
  }

  async #fill(key, loading) {
    try {
      const value = await this.load(key);
      if (this.#loading.get(key) === loading) {
        const ttl = this.ttl * (1 - this.spread * Math.random());
        this.#put(key, { value, expires: this.now() + ttl });
      }
      return value;
    } finally {
      if (this.#loading.get(key) === loading) this.#loading.delete(key);
    }
  }

  #put(key, entry) {
    this.#entries.delete(key); // a Map keeps the order of insertion
    this.#entries.set(key, entry);
    if (this.#entries.size <= this.max) return;
    const [leastRecent] = this.#entries.keys();
    this.#entries.delete(leastRecent);
    this.stats.evicted += 1;
  }
}
// #endregion cache
