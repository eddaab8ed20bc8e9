import { randomUUID } from 'node:crypto';
import express from 'express';

/** The parcel lockers of a town. `openDoor` moves the real door. */
export function createApp({ openDoor = () => {} } = {}) {
  const lockers = new Map(); // id -> { version, street }
  const openings = new Map(); // id -> { door, at }
  const app = express();
  app.use(express.json());

  // #region not-allowed
  const allow = (methods) => (req, res, next) => {
    if (req.method === 'OPTIONS') return next(); // Express responds to it
    res
      .set('Allow', methods)
      .status(405)
      .json({ error: `use ${methods}` });
  };
  // #endregion not-allowed

  // #region create
  const hasStreet = (req, res, next) => {
    if (!req.is('json')) {
      return res.set('Accept', 'application/json').sendStatus(415);
    }
    const { street } = req.body;
    if (typeof street !== 'string' || street === '') {
      return res.status(422).json({ error: 'street is missing' });
    }
    next();
  };

  app.post('/lockers', hasStreet, (req, res) => {
    const { street } = req.body;
    const id = randomUUID();
    lockers.set(id, { version: 1, street });
    res.status(201).location(`/lockers/${id}`).json({ id, street });
  });
  // #endregion create
  app.all('/lockers', allow('POST'));

  // #region change
  const etagOf = ({ version }) => `"${version}"`;

  app.get('/lockers/:id', (req, res) => {
    const locker = lockers.get(req.params.id);
    if (!locker) return res.sendStatus(404);
    res.set('ETag', etagOf(locker)).json({ street: locker.street });
  });

  const unchanged = (req, res, next) => {
    const locker = lockers.get(req.params.id);
    if (!locker) return res.sendStatus(404);
    const condition = req.get('If-Match');
    if (!condition) return res.sendStatus(428);
    if (condition !== etagOf(locker)) return res.sendStatus(412);
    next();
  };

  app.put('/lockers/:id', hasStreet, unchanged, (req, res) => {
    const locker = lockers.get(req.params.id);
    locker.street = req.body.street;
    locker.version += 1;
    res.set('ETag', etagOf(locker)).sendStatus(204);
  });

  app.delete('/lockers/:id', unchanged, (req, res) => {
    lockers.delete(req.params.id);
    res.sendStatus(204);
  });
  // #endregion change
  app.all('/lockers/:id', allow('GET, HEAD, PUT, DELETE'));

  // #region post-open
  app.post('/doors/:door/open', (req, res) => {
    openDoor(req.params.door);
    res.sendStatus(204);
  });
  // #endregion post-open
  app.all('/doors/:door/open', allow('POST'));

  // #region put-open
  app.put('/doors/:door/openings/:id', (req, res) => {
    const { door, id } = req.params;
    const known = openings.get(id);
    if (known && known.door !== door) return res.sendStatus(409);
    if (!known) {
      openDoor(door); // if it jams, nothing is stored, and a retry opens it
      openings.set(id, { door, at: new Date() });
    }
    res.status(known ? 200 : 201).json(openings.get(id));
  });
  // #endregion put-open
  app.all('/doors/:door/openings/:id', allow('PUT'));

  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    // express.json throws 400 for a body that isn't JSON, and 413 for a large one
    const isForClient = error.expose || error instanceof URIError; // bad path
    res.sendStatus((isForClient && error.status) || 500);
  });
  return app;
}
