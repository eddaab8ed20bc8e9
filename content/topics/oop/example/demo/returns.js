// #region returns
import {
  payRefunds,
  RepairedSaverTicket,
  SaverTicket,
  Ticket,
  VipTicket,
} from '../src/inherited.js';

const pay = (owner, cents) => console.log(`${owner} gets ${cents}`);
const Saver = process.argv[2] === 'fixed' ? RepairedSaverTicket : SaverTicket;
payRefunds(
  [new VipTicket('Ana'), new Saver('Ben', 1200), new Ticket('Cleo', 2400)],
  pay,
);
// #endregion returns
