// #region resource
/** Registers the methods of a path; all other methods get a 405 with Allow. */
export function resource(router, path, handlers) {
  const route = router.route(path);
  const allowed = new Set(['OPTIONS']);
  for (const [method, handler] of Object.entries(handlers)) {
    route[method](handler);
    allowed.add(method.toUpperCase());
    if (method === 'get') allowed.add('HEAD'); // Express does that by itself
  }
  route.all((req, res) => {
    res.set('Allow', [...allowed].join(', '));
    if (req.method === 'OPTIONS') return res.status(204).end();
    res.status(405).json({ title: `${req.method} is not for this path` });
  });
}
// #endregion resource
