// fails: The total holds every price
// says: keeps only the last price as the total, and doesn't add it to the prices before.
const prices = [499, 1250, 300, 700];

let result = 0;
let highest = 0;
for (const price of prices) {
  let total = 0;
  total = total + price;
  result = total;
  if (price > highest) highest = price;
}

console.log(`Total: ${result}`);
console.log(`Highest: ${highest}`);
