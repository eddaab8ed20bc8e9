// #region tickets
export class SingleTicket {
  constructor(name, cents) {
    this.name = name;
    this.cents = cents;
  }
  price() {
    return this.cents;
  }
  seatCount() {
    return 1;
  }
}

export class GroupTicket {
  constructor(size) {
    this.size = size;
  }
  price() {
    return this.size * (this.size >= 10 ? 1500 : 2000);
  }
  seatCount() {
    return this.size;
  }
}

export function total(cart) {
  let cents = 0;
  let seats = 0;
  for (const ticket of cart) {
    cents += ticket.price();
    seats += ticket.seatCount();
  }
  return { cents, seats };
}
// #endregion tickets
