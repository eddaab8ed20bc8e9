// #region naive
export function naiveLimit({ limit, windowMs }) {
  const counts = new Map();
  return (req, res, next) => {
    const caller = req.get('x-api-key') ?? req.get('x-forwarded-for') ?? req.ip;
    const slot = `${caller} ${Math.floor(Date.now() / windowMs)}`;
    const count = (counts.get(slot) ?? 0) + 1;
    counts.set(slot, count);
    if (count > limit) return res.status(429).end();
    next();
  };
}
// #endregion naive
