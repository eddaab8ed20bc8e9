// #region parse
import { findProduct } from './menu.js';

export function parseOrder(line) {
  const parts = line.split(',');
  if (parts.length !== 2) {
    return { problem: `write "product, quantity" instead of "${line}"` };
  }

  const name = parts[0].trim();
  const product = findProduct(name);
  if (product === undefined) {
    return { problem: `"${name}" is not on the menu` };
  }

  const text = parts[1].trim();
  const quantity = Number(text);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 100) {
    return { problem: `"${text}" is not a whole number from 1 to 100` };
  }

  return { product, quantity };
}
// #endregion parse

// #region sum
export function sumOrders(text) {
  const problems = [];
  let accepted = 0;
  let cents = 0;

  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i = i + 1) {
    const line = lines[i].trim();
    if (line === '') {
      continue; // an empty line: go on with the next one
    }

    const order = parseOrder(line);
    if (order.problem !== undefined) {
      problems.push(`line ${i + 1}: ${order.problem}`);
    } else {
      accepted = accepted + 1;
      cents = cents + order.product.cents * order.quantity;
    }
  }

  return { accepted, cents, problems };
}
// #endregion sum

// #region format
export function formatPrice(cents) {
  const text = (cents / 100).toFixed(2);
  return text;
}
// #endregion format
