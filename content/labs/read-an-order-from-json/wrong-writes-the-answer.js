// fails: Every order in the text is read
// says: prints fixed lines for the items and doesn't read them from the order.
const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';

const order = JSON.parse(text);
console.log(`Customer: ${order.customer}`);
console.log('Items: 3');
console.log('First: tea');
