// #region take
export function take(fullAt, now, { burst, everyMs, cost = 1 }) {
  const size = burst * everyMs; // how long an empty bucket takes to fill
  const before = Math.min(Math.max(fullAt ?? now, now), now + size);
  const after = before + cost * everyMs;
  const waitMs = Math.max(0, after - now - size);
  const allowed = waitMs === 0;
  const level = allowed ? after : before; // a refused request costs nothing
  const fullInMs = level - now;
  const remaining = Math.floor((size - fullInMs) / everyMs);
  return { allowed, fullAt: level, fullInMs, remaining, waitMs };
}
// #endregion take
