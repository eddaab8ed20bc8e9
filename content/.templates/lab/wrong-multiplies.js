// fails: Two and three make five
export function add(a, b) {
  return a * b;
}
