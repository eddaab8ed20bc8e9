// fails: Both lines are computed from the prices
const tea = 1.1;
const stamp = 2.2;

const total = tea + stamp;
console.log(Math.round(total * 100));
console.log('$' + total.toFixed(2));
