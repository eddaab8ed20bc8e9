import { charge } from './payments.js';

let nextId = 1;

export async function fetch(request) {
  const order = await request.json();
  const { paymentId } = await charge(order);
  return Response.json({ id: nextId++, item: order.item, paymentId }, { status: 201 });
}
