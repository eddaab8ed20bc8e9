// fails: A good order gives its total
// says: takes a total of 0 for a missing one.
export function describe(text) {
  try {
    const order = JSON.parse(text);
    if (!order.total || typeof order.total !== 'number') return 'The total is missing.';
    return `Total: ${order.total}`;
  } catch {
    return 'This is not JSON.';
  }
}
