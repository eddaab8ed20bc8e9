import { randomUUID } from 'node:crypto';
import express from 'express';
import { pinoHttp } from 'pino-http';
import { context } from './logger.js';
import { buy } from './orders.js';

// #region app
export function createApp({ log, provider }) {
  const app = express();
  app.use(
    pinoHttp({
      logger: log,
      genReqId: () => randomUUID(),
      serializers: {
        req: ({ method }) => ({ method }),
        res: ({ statusCode }) => ({ statusCode }),
      },
      customProps: (req) => ({ route: req.route?.path }),
      customLogLevel: (req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    }),
  );
  app.use((req, res, next) => {
    res.set('X-Request-Id', req.id);
    context.run({ requestId: req.id }, next);
  });
  app.use(express.json());

  app.post('/orders', async (req, res) => {
    res.status(201).json(await buy(req.body, { log, provider }));
  });

  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    res.err = error; // for pino-http, which logs it with the request
    const status = error.status ?? 500;
    res.status(status).json({ error: 'Try again later.', requestId: req.id });
  });
  return app;
}
// #endregion app
