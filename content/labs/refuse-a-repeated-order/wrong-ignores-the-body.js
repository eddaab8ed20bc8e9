// fails: A key that comes with another body is refused
// says: never compares the body, so that one key serves two orders.
import { charge } from './payments.js';

let nextId = 1;
const answers = new Map();

export async function fetch(request) {
  const key = request.headers.get('Idempotency-Key');
  if (!key) return Response.json({ error: 'The header Idempotency-Key is missing.' }, { status: 400 });
  const order = await request.json();
  if (!answers.has(key)) {
    answers.set(
      key,
      charge(order).then(({ paymentId }) => ({ id: nextId++, item: order.item, paymentId })),
    );
  }
  return Response.json(await answers.get(key), { status: 201 });
}
