// fails: Only two lines are printed, the total first
// says: prints inside the loop, once for every price.
const prices = [499, 1250, 300, 700];

let total = 0;
let highest = 0;
for (const price of prices) {
  total = total + price;
  if (price > highest) {
    highest = price;
  }
  console.log(`Total: ${total}`);
}

console.log(`Highest: ${highest}`);
