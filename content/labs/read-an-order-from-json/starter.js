const text = '{"customer": "Amara", "items": ["tea", "cup", "pot"]}';

console.log(`Customer: ${text.customer}`);
