// fails: A checkout that is canceled leaves nothing behind
// says: takes the listener off after a timeout, and not when the customer goes away.
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
    const onPaid = (payment) => {
      if (payment.order !== order) return;
      bus.off('paid', onPaid);
      timers.clear(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(payment);
    };
    const onTimeout = () => {
      bus.off('paid', onPaid);
      signal.removeEventListener('abort', onAbort);
      reject(new CheckoutError('not paid in time', order));
    };
    const onAbort = () => {
      reject(new CheckoutError('canceled', order));
    };

    if (signal.aborted) {
      onAbort();
      return;
    }
    bus.on('paid', onPaid);
    signal.addEventListener('abort', onAbort);
    const timer = timers.set(onTimeout, patience);
  });
}

await replay(waitForPayment);
