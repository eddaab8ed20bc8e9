const totals = [1999, 2000, 4999, 5000];

for (const total of totals) {
  let shipping = 499;
  // Choose the shipping for this total here.

  console.log(`${total} -> ${shipping}`);
}
