// #region cart
import { GroupTicket, SingleTicket, total } from '../src/tickets.js';

const cart = [
  new SingleTicket('adult', 2400),
  new SingleTicket('student', 1600),
  new GroupTicket(10),
];
console.log(total(cart));

class DogTicket {
  price() {
    return 500;
  }
}
console.log(total([...cart, new DogTicket()]));
// #endregion cart
