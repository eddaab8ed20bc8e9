import { randomUUID } from 'node:crypto';
import express from 'express';

/** The parcel lockers of a town. `openDoor` moves the real door. */
export function createApp({ openDoor = () => {} } = {}) {
  const lockers = new Map(); // id -> { version, street }
  const openings = new Map(); // id -> { door, at }
  const app = express();
  app.use(express.json());

  // #region not-allowed
  const allow = (methods) => (req, res) => {
    res
      .set('Allow', methods)
      .status(405)
      .json({ error: `use ${methods}` });
  };
  // #endregion not-allowed

  // #region create
  app.post('/lockers', (req, res) => {
    if (!req.is('json')) return res.sendStatus(415);
    const { street } = req.body;
    if (typeof street !== 'string' || street === '') {
      return res.status(422).json({ error: 'street is missing' });
    }
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

  app.put('/lockers/:id', (req, res) => {
    const locker = lockers.get(req.params.id);
    if (!locker) return res.sendStatus(404);
    if (!req.is('json')) return res.sendStatus(415);
    const condition = req.get('If-Match');
    if (!condition) return res.sendStatus(428);
    if (condition !== etagOf(locker)) return res.sendStatus(412);
    locker.street = req.body.street;
    locker.version += 1;
    res.set('ETag', etagOf(locker)).sendStatus(204);
  });

  app.delete('/lockers/:id', (req, res) => {
    res.sendStatus(lockers.delete(req.params.id) ? 204 : 404);
  });
  // #endregion change
  app.all('/lockers/:id', allow('GET, HEAD, PUT, DELETE'));

  // #region post-open
  app.post('/doors/:door/open', (req, res) => {
    openDoor(req.params.door);
    res.sendStatus(204);
  });
  // #endregion post-open

  // #region put-open
  app.put('/doors/:door/openings/:id', (req, res) => {
    const { door, id } = req.params;
    const known = openings.get(id);
    if (known && known.door !== door) return res.sendStatus(409);
    if (!known) {
      openings.set(id, { door, at: new Date() });
      openDoor(door);
    }
    res.status(known ? 200 : 201).json(openings.get(id));
  });
  // #endregion put-open

  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    // express.json throws 400 for a body that isn't JSON, and 413 for a large one
    res.sendStatus(error.status ?? 500);
  });
  return app;
}
