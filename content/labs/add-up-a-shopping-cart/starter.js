const prices = [499, 1250, 300, 700];

for (const price of prices) {
  console.log(price);
}
