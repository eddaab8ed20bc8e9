// #region compose
import { group, minusFee, noRefund, single, Ticket } from '../src/composed.js';

const tickets = [
  new Ticket('Ana', group(10), noRefund),
  new Ticket('Ben', group(4), minusFee(500)),
  new Ticket('Cleo', single(2400), minusFee(500)),
];
for (const ticket of tickets) {
  console.log(ticket.owner, ticket.price(), ticket.refund());
}
// #endregion compose
