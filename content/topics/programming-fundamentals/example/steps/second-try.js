import { readFileSync } from 'node:fs';
import { findProduct } from '../src/menu.js';

const text = readFileSync('orders.txt', 'utf8');

let total = 0;
// #region loop
for (const line of text.trim().split('\n')) {
  const parts = line.split(',');
  const product = findProduct(parts[0]);
  if (product === undefined) {
    console.log(`not on the menu: ${line}`);
  } else {
    total = total + product.cents * Number(parts[1]);
  }
}
// #endregion loop
console.log(total);
