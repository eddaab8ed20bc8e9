// fails: The total in cents is a whole number
// says: still adds dollars, whose fractions are not exact.
const tea = 1.1;
const stamp = 2.2;

const total = tea + stamp;
console.log(total);
console.log('$' + total.toFixed(2));
