export function describe(text) {
  let order;
  try {
    order = JSON.parse(text);
  } catch {
    return 'This is not JSON.';
  }
  if (order === null || typeof order.total !== 'number') return 'The total is missing.';
  return `Total: ${order.total}`;
}

console.log(describe('{"total": 50}'));
console.log(describe('{"total": '));
console.log(describe('{"sum": 50}'));
