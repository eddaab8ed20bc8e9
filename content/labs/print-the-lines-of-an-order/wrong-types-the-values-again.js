// fails: Both lines use the variables
// says: types the values again and doesn't use the variables.
const name = 'Ada';
const product = 'coffee';
const count = 2;
const city = 'Oslo';

console.log(`Order for ${name}: 2 x coffee`);
console.log('Ship to Ada in Oslo');
