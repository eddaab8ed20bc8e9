export function lineTotal(price, quantity) {
  // Return the price of all pieces together.
}

export function formatPrice(cents) {
  // Return text such as $7.50.
}

console.log(lineTotal(250, 3));
console.log(formatPrice(750));
