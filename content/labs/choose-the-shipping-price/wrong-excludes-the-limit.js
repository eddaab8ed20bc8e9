// fails: An order of 5000 ships free
// says: leaves the limits themselves out, as > does where >= is meant.
const totals = [1999, 2000, 4999, 5000];

for (const total of totals) {
  let shipping;
  if (total > 5000) {
    shipping = 0;
  } else if (total > 2000) {
    shipping = 299;
  } else {
    shipping = 499;
  }
  console.log(`${total} -> ${shipping}`);
}
