import express from 'express';
import { logRequests, requireKey, respondToErrors } from './middleware.js';

const customers = new Map([['k-17', 'Nordic Post']]);
const parcels = new Map([['9', { id: '9', customer: 'Nordic Post' }]]);
const notFound = () =>
  Object.assign(new Error('no such parcel'), { status: 404 });

// #region app
export function createApp({ write = () => {} } = {}) {
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
    if (parcel?.customer !== req.customer) throw notFound();
    res.json(parcel);
  });
  app.post('/parcels', async (req, res) => {
    const parcel = { ...req.body, customer: req.customer };
    parcels.set(parcel.id, parcel);
    res.status(201).json(parcel);
  });

  app.use(respondToErrors); // last: gets the errors of everything above
  return app;
}
// #endregion app
