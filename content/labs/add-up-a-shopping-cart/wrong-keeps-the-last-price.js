// fails: The highest price is found
// says: keeps the last price, because it doesn't compare it with the highest so far.
const prices = [499, 1250, 300, 700];

let total = 0;
let highest = 0;
for (const price of prices) {
  total = total + price;
  highest = price;
}

console.log(`Total: ${total}`);
console.log(`Highest: ${highest}`);
