const tea = 1.1;
const stamp = 2.2;

const total = tea + stamp;
console.log(total);
