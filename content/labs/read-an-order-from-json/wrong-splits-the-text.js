// fails: Every order in the text is read
// says: cuts the text at its quotes and doesn't read it as JSON.
const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';

const parts = text.split('"');
console.log(`Customer: ${parts[3]}`);
console.log(`Items: ${(parts.length - 7) / 2}`);
console.log(`First: ${parts[7]}`);
