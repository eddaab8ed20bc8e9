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
      customSuccessObject: (req, res, fields) => ({
        requestId: req.id,
        ...fields,
      }),
      customLogLevel: (req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    }),
  );
  app.use((req, res, next) => {
    res.set('X-Request-Id', req.id);
    context.run({ requestId: req.id }, next);
  });
  app.use(express.json());

  app.post('/orders', async (req, res) => {
    const { seat, card } = req.body ?? {};
    if (typeof seat !== 'string' || typeof card !== 'string')
      throw Object.assign(new Error('not an order'), {
        status: 400,
        expose: true,
      });
    res.status(201).json(await buy(req.body, { log, provider }));
  });

  app.use((error, req, res, next) => {
    const status = error.expose ? error.status : 500;
    const isOurs = status >= 500;
    if (res.headersSent || res.closed) {
      if (isOurs) log.error({ err: error }, 'failed after the customer left');
      return res.destroy();
    }
    if (isOurs) res.err = error; // for pino-http, which logs it
    const message = isOurs ? 'Try again later.' : 'Check your request.';
    res.status(status).json({ error: message, requestId: req.id });
  });
  return app;
}
// #endregion app
