// fails: The function is exported
import { taxRate } from './tax.js';

function withTax(cents) {
  return Math.round(cents * (1 + taxRate));
}
console.log(withTax(1000));
