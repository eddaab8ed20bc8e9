// #region app
import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';

export function createApp({ writeToken, commit }) {
  const app = express();
  const lanes = new Map([1, 2, 3].map((id) => [id, { id, open: true }]));

  app.get('/health', (req, res) => {
    res.json({ status: 'ok', commit });
  });

  app.get('/lanes', (req, res) => {
    res.json([...lanes.values()]);
  });

  app.put(
    '/lanes/:id',
    requireToken(writeToken),
    express.json({ limit: '10kb' }),
    (req, res) => {
      const lane = lanes.get(Number(req.params.id));
      if (!lane) return res.status(404).json({ error: 'no such lane' });
      if (typeof req.body?.open !== 'boolean') {
        return res.status(422).json({ error: 'open must be true or false' });
      }
      lane.open = req.body.open;
      res.json(lane);
    },
  );

  return app;
}

function requireToken(token) {
  const digest = (text) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${token}`);
  return (req, res, next) => {
    const given = digest(req.get('authorization') ?? '');
    if (timingSafeEqual(given, expected)) return next();
    res.status(401).set('WWW-Authenticate', 'Bearer').end();
  };
}
// #endregion app
