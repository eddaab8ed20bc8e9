import express from 'express';
import { deprecated } from './deprecated.js';

// #region plan
export const plan = {
  endpoint: 'GET /v1/lookup',
  since: '2026-03-01T00:00:00Z',
  sunset: '2026-11-30T23:59:59Z',
  guide: 'https://geo.example/guides/v1-lookup',
  successor: 'https://geo.example/v2/places',
  brownouts: [
    { from: '2026-09-30T09:00:00Z', to: '2026-10-01T09:00:00Z' },
    { from: '2026-10-31T09:00:00Z', to: '2026-11-01T09:00:00Z' },
  ],
};
// #endregion plan

/** `clientOf` names the verified caller of a request. */
export function createApp({ count, clock, clientOf }) {
  const app = express();
  app.use((req, res, next) => {
    req.caller = clientOf(req);
    next();
  });
  app.get('/v1/lookup', deprecated(plan, { count, clock }), (req, res) => {
    res.json({ lat: 51.05, lon: 3.72 });
  });
  app.get('/v2/places', (req, res) => {
    res.json({ items: [{ lat: 51.05, lon: 3.72 }] });
  });
  return app;
}
