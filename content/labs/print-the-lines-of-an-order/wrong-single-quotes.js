// fails: The first line says who ordered what
// says: uses plain quotes, in which ${…} stays as it is.
const name = 'Ada';
const product = 'coffee';
const count = 2;
const city = 'Oslo';

console.log('Order for ${name}: ${count} x ${product}');
console.log(`Ship to ${name} in ${city}`);
