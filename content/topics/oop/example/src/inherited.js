// #region ticket
export class Ticket {
  constructor(owner, cents) {
    this.owner = owner;
    this.cents = cents;
  }

  /** The cents that the owner gets back for a returned ticket: 0 or more. */
  refund() {
    return this.cents;
  }
}

export class VipTicket extends Ticket {
  constructor(owner) {
    super(owner, 8000);
  }

  refund() {
    return super.refund() - 1000; // without the drink
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

// #region pay
export function payRefunds(tickets, pay) {
  for (const ticket of tickets) pay(ticket.owner, ticket.refund());
}
// #endregion pay

// #region repaired
export class RepairedSaverTicket extends Ticket {
  refund() {
    return 0;
  }
}
// #endregion repaired
