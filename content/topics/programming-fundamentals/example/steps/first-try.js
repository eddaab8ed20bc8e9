import { readFileSync } from 'node:fs';
import { findProduct } from '../src/menu.js';

const text = readFileSync('orders.txt', 'utf8');

let total = 0;
for (const line of text.trim().split('\n')) {
  const parts = line.split(',');
  const product = findProduct(parts[0]);
  total = total + product.cents * Number(parts[1]);
}
console.log(total);
