// fails: The names come from the list
// says: prints three fixed lines and doesn't read the names from the list.
const names = ['Ada', 'Grace', 'Linus'];

console.log('Hello, Ada!');
console.log('Hello, Grace!');
console.log('Hello, Linus!');
