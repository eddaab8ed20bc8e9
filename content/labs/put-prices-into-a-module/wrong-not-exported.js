// fails: The function is exported
// says: doesn't export the function.
import { taxRate } from './tax.js';

function withTax(cents) {
  return Math.round(cents * (1 + taxRate));
}
console.log(withTax(1000));
