// fails: JSON that isn't an order has no total
// says: reads the total of null, which is valid JSON.
export function describe(text) {
  let order;
  try {
    order = JSON.parse(text);
  } catch {
    return 'This is not JSON.';
  }
  if (typeof order.total !== 'number') return 'The total is missing.';
  return `Total: ${order.total}`;
}
