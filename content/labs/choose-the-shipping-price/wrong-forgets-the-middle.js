// fails: Orders of 2000 and 4999 pay 299
// says: has no case for totals from 2000 to 4999.
const totals = [1999, 2000, 4999, 5000];

for (const total of totals) {
  let shipping;
  if (total >= 5000) {
    shipping = 0;
  } else {
    shipping = 499;
  }
  console.log(`${total} -> ${shipping}`);
}
