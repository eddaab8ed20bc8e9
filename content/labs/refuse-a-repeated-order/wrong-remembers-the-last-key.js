// fails: Two different keys are two orders
// says: remembers only the last key.
import { charge } from './payments.js';

let nextId = 1;
let last = {};

export async function fetch(request) {
  const key = request.headers.get('Idempotency-Key');
  if (!key) return Response.json({ error: 'The header Idempotency-Key is missing.' }, { status: 400 });
  const body = await request.text();
  if (last.key === key && last.body !== body)
    return Response.json({ error: 'This key was used for another order.' }, { status: 422 });
  if (last.key !== key) {
    const order = JSON.parse(body);
    last = { key, body, created: charge(order).then(({ paymentId }) => ({ id: nextId++, item: order.item, paymentId })) };
  }
  return Response.json(await last.created, { status: 201 });
}
