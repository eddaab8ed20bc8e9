// fails: Each checkout waits for its own payment
// says: stops listening after the first payment of any order.
import { replay } from './replay.js';

const patience = 15 * 60_000;

class CheckoutError extends Error {
  constructor(reason, order) {
    super(`Order ${order}: ${reason}`);
    this.reason = reason;
    this.order = order;
  }
}

/**
 * Waits until the order is paid. `bus` is an EventEmitter that all checkouts share; it emits `paid` with { order, … } for
 * each payment. `timers` has set(call, milliseconds) and clear(timer). `signal` is aborted when the customer goes away.
 */
export function waitForPayment({ bus, timers, order, signal }) {
  return new Promise((resolve, reject) => {
    const finish = () => {
      bus.off('paid', onPaid);
      timers.clear(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const onPaid = (payment) => {
      if (payment.order !== order) return;
      finish();
      resolve(payment);
    };
    const onTimeout = () => {
      finish();
      reject(new CheckoutError('not paid in time', order));
    };
    const onAbort = () => {
      finish();
      reject(new CheckoutError('canceled', order));
    };

    if (signal.aborted) {
      reject(new CheckoutError('canceled', order));
      return;
    }
    bus.once('paid', onPaid);
    signal.addEventListener('abort', onAbort);
    const timer = timers.set(onTimeout, patience);
  });
}

await replay(waitForPayment);
