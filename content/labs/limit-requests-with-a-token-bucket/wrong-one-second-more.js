// fails: A refusal says how long to wait
export function createLimiter({ capacity, rate, now }) {
  const buckets = new Map();
  return function take(client) {
    const bucket = buckets.get(client) ?? { tokens: capacity, at: now() };
    buckets.set(client, bucket);
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now() - bucket.at) / 1000) * rate);
    bucket.at = now();
    if (bucket.tokens < 1) return { allowed: false, retryAfter: Math.floor((1 - bucket.tokens) / rate) + 1 };
    bucket.tokens -= 1;
    return { allowed: true };
  };
}
