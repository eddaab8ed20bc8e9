// fails: The first item is printed
// says: takes [1] for the first item, but counting starts at 0.
const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';
const order = JSON.parse(text);
console.log(`Customer: ${order.customer}`);
console.log(`Items: ${order.items.length}`);
console.log(`First: ${order.items[1]}`);
