// Asks for a refund of order 5 in a process of its own: node dev/request.js FILE CENTS
import { open } from '../src/db.js';
import { orderService, Refusal } from '../src/orders.js';

const [file, cents] = process.argv.slice(2);
const { requestRefund } = orderService(open(file));
process.once('message', () => {
  let outcome;
  try {
    const wish = { orderId: 5, toCents: Number(cents), reason: 'broken' };
    outcome = requestRefund('kim', wish).status;
  } catch (error) {
    outcome = error instanceof Refusal ? 'refused' : error.message;
  }
  process.send(outcome, () => process.disconnect());
});
process.send('ready');
