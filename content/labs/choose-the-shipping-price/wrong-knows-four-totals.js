// fails: Any other total finds its price
// says: compares with single totals, where ranges are meant.
const totals = [1999, 2000, 4999, 5000];

for (const total of totals) {
  let shipping;
  if (total === 5000) {
    shipping = 0;
  } else if (total === 2000 || total === 4999) {
    shipping = 299;
  } else {
    shipping = 499;
  }
  console.log(`${total} -> ${shipping}`);
}
