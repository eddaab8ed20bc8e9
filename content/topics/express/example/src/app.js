import cors from 'cors';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { handleError, notFound } from './errors.js';
import { toolsRouter } from './tools-router.js';

// #region app
export function createApp({ store, proxies = 0, limit = 100 }) {
  const app = express();
  app.set('trust proxy', proxies);

  app.use(helmet());
  app.use(cors({ origin: 'https://tools.example' }));
  app.use(rateLimit({ windowMs: 60_000, limit }));
  app.use(express.json({ limit: '10kb' }));

  app.use('/tools', toolsRouter(store));

  app.use(notFound);
  app.use(handleError);
  return app;
}
// #endregion app
