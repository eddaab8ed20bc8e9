import { randomUUID } from 'node:crypto';

// #region buy
export async function buy({ email, seat, card }, { log, provider }) {
  const orderId = randomUUID();
  log.info({ orderId, seat }, 'order placed');
  const payment = await pay(orderId, { card, log, provider });
  log.info({ orderId, paymentId: payment.id }, 'order paid');
  return { orderId, email, seat };
}

async function pay(orderId, { card, log, provider }) {
  log.debug({ orderId }, 'asking the payment provider');
  try {
    return await provider.charge(card);
  } catch (cause) {
    throw new PaymentFailed(orderId, { cause });
  }
}
// #endregion buy

export class PaymentFailed extends Error {
  name = 'PaymentFailed';
  status = 502;
  expose = true; // the status is meant for the client

  constructor(orderId, options) {
    super('payment failed', options);
    this.orderId = orderId;
  }
}
