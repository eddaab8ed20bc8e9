// Asks for a refund of a hundred orders, in its own process: node dev/request.js FILE CENTS
import { open } from '../src/db.js';
import { orderService, Refusal } from '../src/orders.js';

const [file, cents] = process.argv.slice(2);
const { requestRefund } = orderService(open(file));

function request(orderId) {
  try {
    const wish = { orderId, toCents: Number(cents), reason: 'broken' };
    return requestRefund('kim', wish).status;
  } catch (error) {
    return error instanceof Refusal ? 'refused' : error.message;
  }
}

process.once('message', () => {
  const outcomes = Array.from({ length: 100 }, (_, n) => request(2 * n + 1));
  process.send(outcomes, () => process.disconnect());
});
process.send('ready');
