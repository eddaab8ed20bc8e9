// fails: The functions themselves do not print anything
export function lineTotal(price, quantity) {
  console.log(price * quantity);
  return price * quantity;
}

export function formatPrice(cents) {
  return `$${(cents / 100).toFixed(2)}`;
}

console.log(lineTotal(250, 3));
console.log(formatPrice(750));
