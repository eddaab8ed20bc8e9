const name = 'Ada';
const product = 'coffee';
const count = 2;

console.log(`Order for ${name}`);
