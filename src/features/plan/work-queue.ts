import type { PlanItem } from './order.ts';

/** Part of an item that fits into a day. */
export interface Piece {
  readonly item: PlanItem;
  /** Half hours. */
  readonly halves: number;
  readonly isLast: boolean;
}

/** Items that wait to be studied, in order; the first may have been begun. */
export class WorkQueue {
  readonly #items: readonly PlanItem[];
  #at = 0;
  #done = 0;

  constructor(items: readonly PlanItem[]) {
    this.#items = items;
  }

  get isEmpty(): boolean {
    return this.#at >= this.#items.length;
  }

  /** The next half hours of work, up to as many as asked for. */
  take(halves: number): readonly Piece[] {
    const pieces: Piece[] = [];
    let left = halves;
    for (let item = this.#items[this.#at]; item && left > 0; item = this.#items[this.#at]) {
      const taken = Math.min(left, item.halves - this.#done);
      const isLast = this.#done + taken === item.halves;
      pieces.push({ item, halves: taken, isLast });
      left -= taken;
      this.#done = isLast ? 0 : this.#done + taken;
      if (isLast) this.#at += 1;
    }
    return pieces;
  }
}
