/** What a deprecated endpoint sends, counts and, during a brownout and after its end, refuses. */
export function deprecated(plan, { count, clock = () => new Date() }) {
  const at = (text) => {
    const time = Date.parse(text);
    if (Number.isNaN(time)) throw new Error(`not a date: ${text}`);
    return time;
  };
  const since = at(plan.since);
  const sunset = at(plan.sunset);
  if (sunset < since) throw new Error('the sunset is before the deprecation');
  const brownouts = plan.brownouts.map(({ from, to }) => [at(from), at(to)]);
  if (brownouts.some(([from, to]) => from >= to)) {
    throw new Error('a brownout ends before it begins');
  }

  // #region middleware
  return (req, res, next) => {
    const now = clock();
    count(plan.endpoint, req.caller ?? 'anonymous', now);
    res.set({
      Deprecation: `@${Math.floor(since / 1000)}`,
      Sunset: new Date(sunset).toUTCString(),
    });
    res.append(
      'Link',
      `<${plan.guide}>; rel="deprecation", <${plan.successor}>; rel="successor-version"`,
    );
    res.append('Access-Control-Expose-Headers', 'Deprecation, Sunset, Link');
    const isBrownout = brownouts.some(([from, to]) => now >= from && now < to);
    if (now < sunset && !isBrownout) return next();
    res
      .set('Cache-Control', 'no-store') // or a cache could keep the 410 after the brownout
      .status(410)
      .type('application/problem+json')
      .json({
        type: plan.guide,
        title: isBrownout ? 'Planned outage before the end' : 'Removed',
        status: 410,
        detail: `Use ${plan.successor}. This endpoint ends on ${plan.sunset}.`,
      });
  };
  // #endregion middleware
}
