export function safeTarget(next) {
  return next.startsWith('http') ? '/' : next;
}
