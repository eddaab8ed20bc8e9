// #region naive
export class LruNaive {
  #entries = new Map();
  #max;

  constructor(max) {
    this.#max = max;
  }

  get(key) {
    if (!this.#entries.has(key)) return undefined;
    const value = this.#entries.get(key);
    this.set(key, value);
    return value;
  }

  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value); // now the newest
    if (this.#entries.size > this.#max) {
      const oldest = this.#entries.keys().next().value;
      this.#entries.delete(oldest);
    }
  }
}
// #endregion naive

// #region fixed
export class Lru {
  #nodes = new Map();
  #ends = {}; // #ends.next is the newest node, #ends.previous the oldest
  #max;

  constructor(max) {
    if (!(max > 0)) throw new RangeError(`not a size: ${max}`);
    this.#max = max;
    this.#ends.next = this.#ends;
    this.#ends.previous = this.#ends;
  }

  get(key) {
    const node = this.#nodes.get(key);
    if (!node) return undefined;
    this.#unlink(node);
    this.#linkAsNewest(node);
    return node.value;
  }

  set(key, value) {
    const known = this.#nodes.get(key);
    if (known) this.#unlink(known);
    const node = { key, value };
    this.#nodes.set(key, node);
    this.#linkAsNewest(node);
    if (this.#nodes.size > this.#max) {
      const oldest = this.#ends.previous;
      this.#unlink(oldest);
      this.#nodes.delete(oldest.key);
    }
  }

  #unlink(node) {
    node.previous.next = node.next;
    node.next.previous = node.previous;
  }

  #linkAsNewest(node) {
    node.previous = this.#ends;
    node.next = this.#ends.next;
    node.next.previous = node;
    this.#ends.next = node;
  }
}
// #endregion fixed
