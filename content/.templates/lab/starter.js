export function add(a, b) {
  return 0;
}
