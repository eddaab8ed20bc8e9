import express from 'express';
import * as routes from './routes.js';
import { timed, timing } from './timing.js';

export function createApp(pool) {
  const db = timed(pool);
  const app = express();
  app.use(timing);
  for (const [name, load] of Object.entries(routes)) {
    app.get(`/${name}`, async (req, res) => {
      res.json(await load(db, '2026-06-10'));
    });
  }
  return app;
}
