const tea = 110;
const stamp = 220;

const total = tea + stamp;
console.log(total);
console.log('$' + (total / 100).toFixed(2));
