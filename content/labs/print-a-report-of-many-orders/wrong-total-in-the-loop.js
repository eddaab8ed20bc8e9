// fails: Nothing else is printed
// says: prints the total inside the loop, once for every order.
const orders = [
  { customer: 'Amara', total: 12 },
  { customer: 'Bilal', total: 30 },
  { customer: 'Chen', total: 8 },
];
let sum = 0;
for (const order of orders) {
  console.log(`${order.customer}: ${order.total}`);
  sum += order.total;
  console.log(`Total: ${sum}`);
}
