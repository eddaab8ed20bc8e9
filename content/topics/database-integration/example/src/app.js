import express from 'express';
import { isUnavailable } from './pool.js';

// #region app
const STATUS = {
  'email taken': 409,
  'invalid email': 422,
  'invalid text': 422,
};

export function createApp(subscribers) {
  const app = express();
  app.use(express.json());

  app.post('/subscribers', async (req, res) => {
    const { email, name } = req.body ?? {};
    if (typeof email !== 'string' || typeof name !== 'string') {
      res.status(400).json({ problem: 'email and name must be strings' });
      return;
    }
    const { subscriber, problem } = await subscribers.add({ email, name });
    if (problem) res.status(STATUS[problem]).json({ problem });
    else res.status(201).json(subscriber);
  });

  app.get('/subscribers/:id', async (req, res) => {
    const isId = /^\d{1,18}$/.test(req.params.id); // fits into a bigint
    const subscriber = isId && (await subscribers.find(req.params.id));
    if (subscriber) res.json(subscriber);
    else res.status(404).json({ problem: 'not found' });
  });

  app.use((error, req, res, next) => {
    const status = statusOf(error);
    if (status >= 500) console.error(error);
    res.status(status).json({ problem: 'request failed' });
  });
  return app;
}

function statusOf(error) {
  if (error.expose) return error.status; // for example 400: the JSON is broken
  if (error instanceof URIError) return 400; // for example GET /subscribers/%
  return isUnavailable(error) ? 503 : 500;
}
// #endregion app
