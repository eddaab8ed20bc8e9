// fails: The second line shows dollars with two digits after the point
// says: puts a dollar sign before the cents without dividing them by 100.
const tea = 110;
const stamp = 220;

const total = tea + stamp;
console.log(total);
console.log('$' + total.toFixed(2));
