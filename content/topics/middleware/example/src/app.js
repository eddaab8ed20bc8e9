import { randomUUID } from 'node:crypto';
import express from 'express';
import { logRequests, requireKey, respondToErrors } from './middleware.js';

const customers = new Map([
  ['k-17', 'Nordic Post'],
  ['k-18', 'Alp Express'],
]);
const parcels = new Map([['9', { id: '9', customer: 'Nordic Post' }]]);

/** An error whose message is made for the client. */
const failure = (status, message) =>
  Object.assign(new Error(message), { status, expose: true });

// #region app
export function createApp({ write = console.log } = {}) {
  const app = express();
  app.use(logRequests(write)); // outermost: sees every outcome
  app.get('/healthz', (req, res) => res.sendStatus(204)); // open on purpose
  app.use(requireKey(customers)); // everything below needs a key
  app.use(express.json({ limit: '10kb' }));

  app.get('/parcels/export', (req, res) => {
    const own = [...parcels.values()].filter(
      ({ customer }) => customer === req.customer,
    );
    res.json(own);
  });
  app.get('/parcels/:id', (req, res) => {
    const parcel = parcels.get(req.params.id);
    if (parcel?.customer !== req.customer) throw failure(404, 'no such parcel');
    res.json(parcel);
  });
  app.post('/parcels', async (req, res) => {
    if (!req.is('json')) throw failure(415, 'send JSON');
    const id = randomUUID(); // the server's own, or it could replace another's
    const parcel = { ...req.body, id, customer: req.customer };
    parcels.set(parcel.id, parcel);
    res.status(201).json(parcel);
  });

  app.use(() => {
    throw failure(404, 'no such path'); // or Express responds with HTML
  });
  app.use(respondToErrors(write)); // last: gets the errors of everything above
  return app;
}
// #endregion app
