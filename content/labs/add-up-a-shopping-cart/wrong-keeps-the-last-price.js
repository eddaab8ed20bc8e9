// fails: The highest price is found
const prices = [499, 1250, 300, 700];

let total = 0;
let highest = 0;
for (const price of prices) {
  total = total + price;
  highest = price;
}

console.log(`Total: ${total}`);
console.log(`Highest: ${highest}`);
