export function createLimiter({ capacity, rate, now }) {
  const buckets = new Map();
  return function take(client) {
    const at = now();
    const { tokens: before, at: last } = buckets.get(client) ?? { tokens: capacity, at };
    const tokens = Math.min(capacity, before + ((at - last) / 1000) * rate);
    const allowed = tokens >= 1;
    buckets.set(client, { tokens: allowed ? tokens - 1 : tokens, at });
    return allowed ? { allowed } : { allowed, retryAfter: Math.ceil((1 - tokens) / rate) };
  };
}
