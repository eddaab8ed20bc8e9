// fails: Two requests at the same time are one order
// says: stores the response after an await, so a second request at the same time finds nothing.
import { charge } from './payments.js';

let nextId = 1;
const answers = new Map();

export async function fetch(request) {
  const key = request.headers.get('Idempotency-Key');
  if (!key) return Response.json({ error: 'The header Idempotency-Key is missing.' }, { status: 400 });

  const body = await request.text();
  const known = answers.get(key);
  if (known) {
    if (known.body !== body) return Response.json({ error: 'This key was used for another order.' }, { status: 422 });
    return Response.json(known.answer, { status: 201 });
  }
  const order = JSON.parse(body);
  const { paymentId } = await charge(order);
  const answer = { id: nextId++, item: order.item, paymentId };
  answers.set(key, { body, answer });
  return Response.json(answer, { status: 201 });
}
