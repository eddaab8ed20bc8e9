// fails: There are two lines and no more
// says: prints a third line, but only two are asked for.
const name = 'Ada';
const product = 'coffee';
const count = 2;
const city = 'Oslo';

console.log(`Order for ${name}: ${count} x ${product}`);
console.log(`Ship to ${name} in ${city}`);
console.log(`Order for ${name}`);
