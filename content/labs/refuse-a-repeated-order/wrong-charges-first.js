// fails: A repeated request gets the first response
// says: charges before it checks whether the key is known.
import { charge } from './payments.js';

let nextId = 1;
const answers = new Map();

export async function fetch(request) {
  const key = request.headers.get('Idempotency-Key');
  if (!key) return Response.json({ error: 'The header Idempotency-Key is missing.' }, { status: 400 });
  const body = await request.text();
  const order = JSON.parse(body);
  const paid = charge(order);
  const known = answers.get(key);
  if (known && known.body !== body) return Response.json({ error: 'This key was used for another order.' }, { status: 422 });
  const created = known?.created ?? paid.then(({ paymentId }) => ({ id: nextId++, item: order.item, paymentId }));
  answers.set(key, { body, created });
  return Response.json(await created, { status: 201 });
}
