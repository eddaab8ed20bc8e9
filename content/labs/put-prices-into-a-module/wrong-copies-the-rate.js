// fails: The rate comes from the module
// says: writes the rate down again and doesn't import it.
export function withTax(cents) {
  return Math.round(cents * (1 + 0.25));
}
console.log(withTax(1000));
