// fails: The second line shows dollars with two digits after the point
const tea = 110;
const stamp = 220;

const total = tea + stamp;
console.log(total);
console.log('$' + total / 100);
