// fails: A good order gives its total
// says: treats a total of 0 as missing.
export function describe(text) {
  try {
    const order = JSON.parse(text);
    if (!order.total || typeof order.total !== 'number') return 'The total is missing.';
    return `Total: ${order.total}`;
  } catch {
    return 'This is not JSON.';
  }
}
