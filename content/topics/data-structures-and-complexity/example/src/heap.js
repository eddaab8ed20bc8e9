// #region heap
export class Heap {
  #items = [];
  #compare;

  constructor(compare) {
    this.#compare = compare;
  }

  get size() {
    return this.#items.length;
  }

  peek() {
    return this.#items[0];
  }

  push(item) {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = Math.floor((at - 1) / 2);
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop() {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (this.#items.length === 0) return top;
    this.#items[0] = last;
    let at = 0;
    for (;;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.size && this.#isBefore(child, first)) first = child;
      }
      if (first === at) return top;
      this.#swap(at, first);
      at = first;
    }
  }

  #isBefore(a, b) {
    return this.#compare(this.#items[a], this.#items[b]) < 0;
  }

  #swap(a, b) {
    [this.#items[a], this.#items[b]] = [this.#items[b], this.#items[a]];
  }
}
// #endregion heap

// #region first-k
export function firstK(items, k, compare) {
  if (k < 1) return [];
  const kept = new Heap((a, b) => compare(b, a)); // the last of the kept on top
  for (const item of items) {
    if (kept.size < k) {
      kept.push(item);
    } else if (compare(item, kept.peek()) < 0) {
      kept.pop();
      kept.push(item);
    }
  }
  const result = [];
  while (kept.size > 0) result.push(kept.pop());
  return result.reverse();
}
// #endregion first-k
