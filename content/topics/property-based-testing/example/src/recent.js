// #region recent
/** Keeps the values that were used last, at most `limit` of them. */
export class Recent {
  #map = new Map(); // in the order of use
  #limit;

  constructor(limit) {
    this.#limit = limit;
  }

  get(key) {
    if (!this.#map.has(key)) return undefined;
    const value = this.#map.get(key);
    this.#map.delete(key);
    this.#map.set(key, value);
    return value;
  }

  set(key, value) {
    this.#map.delete(key);
    this.#map.set(key, value);
    if (this.#map.size <= this.#limit) return;
    const [oldest] = this.#map.keys();
    this.#map.delete(oldest);
  }
}
// #endregion recent
