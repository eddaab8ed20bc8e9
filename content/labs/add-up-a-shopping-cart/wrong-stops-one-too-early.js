// fails: The total holds every price
// says: ends the loop before the last price.
const prices = [499, 1250, 300, 700];

let total = 0;
let highest = 0;
for (let i = 0; i < prices.length - 1; i++) {
  total = total + prices[i];
  if (prices[i] > highest) highest = prices[i];
}

console.log(`Total: ${total}`);
console.log(`Highest: ${highest}`);
