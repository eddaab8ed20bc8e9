// fails: A key that comes with another body is refused
// says: compares only the item of the two orders, not the whole body.
import { charge } from './payments.js';

let nextId = 1;
const answers = new Map();

export async function fetch(request) {
  const key = request.headers.get('Idempotency-Key');
  if (!key) return Response.json({ error: 'The header Idempotency-Key is missing.' }, { status: 400 });
  const order = await request.json();
  const known = answers.get(key);
  if (known && known.item !== order.item)
    return Response.json({ error: 'This key was used for another order.' }, { status: 422 });
  const created =
    known?.created ?? charge(order).then(({ paymentId }) => ({ id: nextId++, item: order.item, paymentId }));
  answers.set(key, { item: order.item, created });
  return Response.json(await created, { status: 201 });
}
