const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';

const order = JSON.parse(text);
console.log(`Customer: ${order.customer}`);
console.log(`Items: ${order.items.length}`);
console.log(`First: ${order.items[0]}`);
