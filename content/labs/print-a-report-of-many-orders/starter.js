const orders = [
  { customer: 'Amara', total: 12 },
  { customer: 'Bilal', total: 30 },
  { customer: 'Chen', total: 8 },
];

// Go through the list here.
console.log('Total: 0');
