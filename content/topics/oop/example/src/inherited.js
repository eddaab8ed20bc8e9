// #region ticket
export class Ticket {
  constructor(owner, cents) {
    this.owner = owner;
    this.cents = cents;
  }

  /** How many cents the owner gets back when the show is canceled. */
  refund() {
    return this.cents;
  }
}

export class VipTicket extends Ticket {
  constructor(owner) {
    super(owner, 6000);
  }

  refund() {
    return super.refund() + 1000; // and the prepaid drink
  }
}
// #endregion ticket

// #region saver
export class SaverTicket extends Ticket {
  refund() {
    throw new Error('saver tickets are not refundable');
  }
}
// #endregion saver

// #region cancel
export function cancelShow(tickets, pay) {
  for (const ticket of tickets) pay(ticket.owner, ticket.refund());
}
// #endregion cancel

// #region repaired
export class RepairedSaverTicket extends Ticket {
  refund() {
    return 0;
  }
}
// #endregion repaired
