// fails: The second line says where the order goes
// says: joins the strings without spaces between them.
const name = 'Ada';
const product = 'coffee';
const count = 2;
const city = 'Oslo';

console.log(`Order for ${name}: ${count} x ${product}`);
console.log('Ship to ' + name + 'in' + city);
