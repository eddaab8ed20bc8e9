import express from 'express';

/** The same with resources, methods, status codes and cache headers. */
export function createRest(levels) {
  const app = express();
  // #region rest
  app
    .route('/stations/:id/level')
    .all((req, res, next) => {
      res.locals.level = levels.get(req.params.id);
      return res.locals.level ? next() : res.sendStatus(404);
    })
    .get((req, res) => {
      res.set('Cache-Control', 'public, max-age=10');
      res.json(res.locals.level); // Express adds an ETag
    })
    .put(express.json(), (req, res) => {
      if (!Number.isInteger(req.body?.cm)) return res.sendStatus(422);
      res.locals.level.cm = req.body.cm; // the station is the server's
      res.sendStatus(204);
    })
    .all((req, res) => res.set('Allow', 'GET, HEAD, PUT').sendStatus(405));
  // #endregion rest
  return app;
}
