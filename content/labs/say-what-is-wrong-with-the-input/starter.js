export function describe(text) {
  const order = JSON.parse(text);
  return `Total: ${order.total}`;
}

console.log(describe('{"total": 50}'));
// Take away the two slashes of each line when you are ready for it.
// console.log(describe('{"total": '));
// console.log(describe('{"sum": 50}'));
