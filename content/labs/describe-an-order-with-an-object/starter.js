const first = {
  id: 17,
  customer: { name: 'Ada', city: 'Oslo' },
  items: ['coffee', 'book'],
  paid: false,
};

export function summarize(order) {
  return `Order ${order.id}`;
}

console.log(summarize(first));
