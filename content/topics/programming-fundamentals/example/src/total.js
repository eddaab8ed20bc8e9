import { readFileSync } from 'node:fs';
import { formatPrice, sumOrders } from './orders.js';

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

const file = process.argv[2] ?? 'orders.txt';
const text = readText(file);

if (text === undefined) {
  console.error(`There is no file "${file}" in this folder.`);
  process.exitCode = 1;
} else {
  const result = sumOrders(text);
  for (const problem of result.problems) {
    console.log(problem);
  }
  console.log(`accepted: ${result.accepted}`);
  console.log(`refused: ${result.problems.length}`);
  console.log(`total: ${formatPrice(result.cents)}`);
}
