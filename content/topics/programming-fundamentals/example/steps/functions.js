function formatPrice(cents) {
  const text = (cents / 100).toFixed(2);
  return text;
}

console.log(formatPrice(350));
console.log(formatPrice(5));
console.log(formatPrice(350 * 3));
