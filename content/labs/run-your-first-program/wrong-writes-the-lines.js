// fails: The names come from the list
const names = ['Ada', 'Grace', 'Linus'];

console.log('Hello, Ada!');
console.log('Hello, Grace!');
console.log('Hello, Linus!');
