// fails: Any other total finds its price
// says: sets the shipping before the loop, so an order that changes nothing pays what the one before it paid.
const totals = [1999, 2000, 4999, 5000];
let shipping = 499;

for (const total of totals) {
  if (total >= 5000) {
    shipping = 0;
  } else if (total >= 2000) {
    shipping = 299;
  }

  console.log(`${total} -> ${shipping}`);
}
