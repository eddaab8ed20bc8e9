// #region naive
export class NaiveCache {
  #entries = new Map();

  constructor({ ttl, load, now = Date.now }) {
    Object.assign(this, { ttl, load, now });
  }

  async get(key) {
    const hit = this.#entries.get(key);
    if (hit && hit.expires > this.now()) return hit.value;
    const value = await this.load(key);
    this.#entries.set(key, { value, expires: this.now() + this.ttl });
    return value;
  }

  delete(key) {
    this.#entries.delete(key);
  }
}
// #endregion naive
