// #region app
import cors from 'cors';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { handleError, HttpError, notFound } from './errors.js';
import { toolsRouter } from './tools-router.js';

export function createApp({ store, proxies = false, limit = 100 }) {
  const app = express();
  app.set('trust proxy', proxies);

  app.use(helmet());
  app.use(cors({ origin: 'https://tools.example' }));
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit,
      handler: (req, res, next) =>
        next(new HttpError(429, 'too many requests')),
    }),
  );
  app.use(express.json({ limit: '10kb' }));

  app.use('/tools', toolsRouter(store));

  app.use(notFound);
  app.use(handleError);
  return app;
}
// #endregion app
