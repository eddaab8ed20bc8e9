// #region guard
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function refuseCrossSite(ownOrigin) {
  return (req, res, next) => {
    if (SAFE_METHODS.has(req.method)) return next();
    const site = req.get('sec-fetch-site');
    const origin = req.get('origin');
    const allowed =
      site !== undefined
        ? site === 'same-origin' || site === 'none'
        : origin === undefined || origin === ownOrigin;
    if (allowed) return next();
    res.status(403).json({ title: 'Cross-site request refused' });
  };
}
// #endregion guard
