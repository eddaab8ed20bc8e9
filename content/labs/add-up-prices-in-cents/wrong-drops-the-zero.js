// fails: The second line shows dollars with two digits after the point
// says: prints the dollars without toFixed(2), so that a zero at the end is lost.
const tea = 110;
const stamp = 220;

const total = tea + stamp;
console.log(total);
console.log('$' + total / 100);
