// fails: Each client has its own bucket
export function createLimiter({ capacity, rate, now }) {
  let tokens = capacity;
  let last = now();
  return function take() {
    tokens = Math.min(capacity, tokens + ((now() - last) / 1000) * rate);
    last = now();
    if (tokens < 1) return { allowed: false, retryAfter: Math.ceil((1 - tokens) / rate) };
    tokens -= 1;
    return { allowed: true };
  };
}
