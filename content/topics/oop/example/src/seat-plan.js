// #region plan
export class SeatPlan {
  #seats;
  #orders = new Map(); // seat -> order

  constructor(seats) {
    this.#seats = new Set(seats);
  }

  hold(seats, order) {
    const wanted = [...seats];
    if (new Set(wanted).size < wanted.length) throw new Error('a seat twice');
    for (const seat of wanted) this.#checkFree(seat);
    for (const seat of wanted) this.#orders.set(seat, order);
  }

  #checkFree(seat) {
    if (!this.#seats.has(seat)) throw new Error(`there's no seat ${seat}`);
    if (this.#orders.has(seat)) throw new Error(`${seat} is taken`);
  }

  release(order) {
    for (const [seat, owner] of this.#orders) {
      if (owner === order) this.#orders.delete(seat);
    }
  }

  freeSeats() {
    return [...this.#seats].filter((seat) => !this.#orders.has(seat));
  }
  // #endregion plan

  // #region json
  toJSON() {
    return { seats: [...this.#seats], holds: [...this.#orders] };
  }

  static fromJSON({ seats, holds }) {
    const plan = new SeatPlan(seats);
    for (const [seat, order] of holds) {
      plan.#checkFree(seat);
      plan.#orders.set(seat, order);
    }
    return plan;
  }
  // #endregion json
}
