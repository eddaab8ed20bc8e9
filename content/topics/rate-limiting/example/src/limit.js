// #region limit
export function limit(buckets, name, { key, ...size }) {
  const windowSeconds = Math.ceil((size.burst * size.everyMs) / 1000);
  if (size.cost > size.burst) {
    throw new RangeError(`"${name}" can never let this request pass`);
  }
  if (!Number.isInteger(size.everyMs)) {
    throw new RangeError(`"${name}": Redis wants whole milliseconds`);
  }

  return async (req, res, next) => {
    const result = await buckets.take(`${name}:${key(req)}`, size);
    const fullIn = Math.ceil(result.fullInMs / 1000);
    res.append(
      'RateLimit-Policy',
      `"${name}";q=${size.burst};w=${windowSeconds}`,
    );
    res.append('RateLimit', `"${name}";r=${result.remaining};t=${fullIn}`);
    if (result.allowed) return next();

    const seconds = Math.ceil(result.waitMs / 1000);
    res.set('Retry-After', String(seconds));
    res.status(429).type('application/problem+json');
    res.send(
      JSON.stringify({
        title: 'Too Many Requests',
        status: 429,
        detail: `The limit "${name}" is used up. Try again in ${seconds} s.`,
      }),
    );
  };
}
// #endregion limit
