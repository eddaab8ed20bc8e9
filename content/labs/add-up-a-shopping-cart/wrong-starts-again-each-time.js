// fails: The total holds every price
// says: sets the total back to 0 in each round of the loop.
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
