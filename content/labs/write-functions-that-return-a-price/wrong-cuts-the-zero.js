// fails: A price is returned as text in dollars
export function lineTotal(price, quantity) {
  return price * quantity;
}

export function formatPrice(cents) {
  return `$${cents / 100}`;
}

console.log(lineTotal(250, 3));
console.log(formatPrice(750));
