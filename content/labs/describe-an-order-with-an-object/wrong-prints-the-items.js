// fails: Ada's order is summarized
const first = {
  id: 17,
  customer: { name: 'Ada', city: 'Oslo' },
  items: ['coffee', 'book'],
  paid: false,
};

export function summarize(order) {
  let state = 'open';
  if (order.paid) {
    state = 'paid';
  }
  return `Order ${order.id} for ${order.customer.name}: ${order.items} items, ${state}`;
}

console.log(summarize(first));
