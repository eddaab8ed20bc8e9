// fails: An order of 5000 ships free
// says: asks about 2000 before 5000, so that the larger case is never reached.
const totals = [1999, 2000, 4999, 5000];

for (const total of totals) {
  let shipping;
  if (total >= 2000) {
    shipping = 299;
  } else if (total >= 5000) {
    shipping = 0;
  } else {
    shipping = 499;
  }
  console.log(`${total} -> ${shipping}`);
}
