// fails: Another order gets its own number, name and count
const first = {
  id: 17,
  customer: { name: 'Ada', city: 'Oslo' },
  items: ['coffee', 'book'],
  paid: false,
};

export function summarize(order) {
  let state = 'open';
  if (first.paid) {
    state = 'paid';
  }
  return `Order ${first.id} for ${first.customer.name}: ${first.items.length} items, ${state}`;
}

console.log(summarize(first));
