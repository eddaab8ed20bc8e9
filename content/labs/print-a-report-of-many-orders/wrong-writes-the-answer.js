// fails: The report fits any list of orders
// says: prints fixed lines and doesn't read the orders from the list.
const orders = [
  { customer: 'Amara', total: 12 },
  { customer: 'Bilal', total: 30 },
  { customer: 'Chen', total: 8 },
];

console.log('Amara: 12');
console.log('Bilal: 30');
console.log('Chen: 8');
console.log('Total: 50');
