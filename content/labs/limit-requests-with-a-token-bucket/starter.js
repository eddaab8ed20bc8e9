export function createLimiter({ capacity, rate, now }) {
  let count = 0;
  return function take(client) {
    count += 1;
    return count <= capacity ? { allowed: true } : { allowed: false, retryAfter: 60 };
  };
}
