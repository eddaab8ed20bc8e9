// fails: The items are counted
// says: counts the characters of the text, not the items of the order.
const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';
const order = JSON.parse(text);
console.log(`Customer: ${order.customer}`);
console.log(`Items: ${text.length}`);
console.log(`First: ${order.items[0]}`);
