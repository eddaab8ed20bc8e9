import { taxRate } from './tax.js';

export function withTax(cents) {
  return Math.round(cents * (1 + taxRate));
}

console.log(withTax(1000));
