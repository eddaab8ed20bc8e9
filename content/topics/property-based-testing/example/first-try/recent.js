// #region recent
/** Keeps the values that were used last, at most `limit` of them. */
export class Recent {
  #map = new Map(); // in the order of use
  #limit;

  constructor(limit) {
    this.#limit = limit;
  }

  get(key) {
    return this.#map.get(key);
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
