// fails: The last line is the total
// says: starts the sum as a string, so + joins digits instead of adding.
const orders = [
  { customer: 'Amara', total: 12 },
  { customer: 'Bilal', total: 30 },
  { customer: 'Chen', total: 8 },
];
let sum = '';
for (const order of orders) {
  console.log(`${order.customer}: ${order.total}`);
  sum += order.total;
}
console.log(`Total: ${sum}`);
