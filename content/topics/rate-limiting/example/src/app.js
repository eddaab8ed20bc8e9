import express from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { limit } from './limit.js';

// #region app
export function createApp({ buckets, customers, checkPassword, proxies }) {
  const app = express();
  app.set('trust proxy', proxies); // how many proxies of yours are in front

  const byNetwork = (req) => ipKeyGenerator(req.ip, 64);
  const byCaller = (req) =>
    req.customer ? `customer ${req.customer}` : byNetwork(req);
  const api = (cost) =>
    limit(buckets, 'api', { burst: 10, everyMs: 1000, cost, key: byCaller });

  const identify = (req, res, next) => {
    req.customer = customers.get(req.get('x-api-key'));
    next();
  };
  const requireCustomer = (req, res, next) => {
    if (req.customer) return next();
    res.set('WWW-Authenticate', 'ApiKey').status(401).end();
  };

  app.get(
    '/departures/:stop',
    identify,
    api(1),
    requireCustomer,
    (req, res) => {
      res.json({ stop: req.params.stop });
    },
  );
  app.get('/export', identify, api(5), requireCustomer, (req, res) => {
    res.json({ stops: [] });
  });
  // #region login
  app.post(
    '/login',
    limit(buckets, 'login-network', {
      burst: 20,
      everyMs: 10_000,
      key: byNetwork,
    }),
    express.json({ limit: '1kb' }),
    requireCredentials,
    limit(buckets, 'login-account', {
      burst: 5,
      everyMs: 60_000,
      key: (req) => req.body.email.trim().toLowerCase(),
    }),
    async (req, res) => {
      const ok = await checkPassword(req.body.email, req.body.password);
      res.status(ok ? 204 : 401).end();
    },
  );
  // #endregion login
  return app;
}
// #endregion app

function requireCredentials(req, res, next) {
  const { email, password } = req.body ?? {};
  if (typeof email === 'string' && typeof password === 'string') return next();
  res.status(400).json({ title: 'Send email and password as strings' });
}
