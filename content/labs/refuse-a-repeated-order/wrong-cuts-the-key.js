// fails: Two different keys are two orders
import { charge } from './payments.js';

let nextId = 1;

/** For each key: the text of the request's body, and a promise of what was answered. */
const answers = new Map();

export async function fetch(request) {
  const key = request.headers.get('Idempotency-Key');
  if (!key) {
    return Response.json({ error: 'The header Idempotency-Key is missing.' }, { status: 400 });
  }

  const body = await request.text();
  const known = answers.get(key.slice(0, 8));
  if (known && known.body !== body) {
    return Response.json({ error: 'This key was used for another order.' }, { status: 422 });
  }

  // No `await` stands between the look into the map and this line.
  const created = known?.created ?? createOrder(JSON.parse(body));
  answers.set(key.slice(0, 8), { body, created });
  return Response.json(await created, { status: 201 });
}

async function createOrder(order) {
  const { paymentId } = await charge(order);
  return { id: nextId++, item: order.item, paymentId };
}
