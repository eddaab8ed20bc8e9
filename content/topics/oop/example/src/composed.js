// #region pricing
export const single = (cents) => Object.freeze({ seatCount: 1, cents });

export const group = (size) =>
  Object.freeze({
    seatCount: size,
    cents: size * (size >= 10 ? 1500 : 2000),
  });
// #endregion pricing

// #region refunds
export const fullRefund = (cents) => cents;
export const noRefund = () => 0;
export const minusFee = (fee) => (cents) => Math.max(0, cents - fee);
// #endregion refunds

// #region ticket
export class Ticket {
  #pricing;
  #refundRule;

  constructor(owner, pricing, refundRule) {
    this.owner = owner;
    this.#pricing = pricing;
    this.#refundRule = refundRule;
  }

  price() {
    return this.#pricing.cents;
  }

  seatCount() {
    return this.#pricing.seatCount;
  }

  refund() {
    return this.#refundRule(this.price());
  }
}
// #endregion ticket
