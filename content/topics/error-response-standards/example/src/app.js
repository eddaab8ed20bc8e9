import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { inspect } from 'node:util';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import * as cards from './cards.js';
import { Problem, problemTypes } from './problems.js';

const shops = new Map([['token-of-the-bakery', 'bakery']]);

export function createApp({
  log = console.error,
  perMinute = 60,
  report = cards.report,
} = {}) {
  const app = express();
  app.disable('x-powered-by');

  app.get('/problems/:type', (req, res, next) => {
    if (!Object.hasOwn(problemTypes, req.params.type)) return next();
    const { title, status, help } = problemTypes[req.params.type];
    res.type('text').send(`${title} (${status})\n\n${help}\n`);
  });

  // #region limit
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: perMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: (req, res, next) => next(new Problem('too-many-requests')),
    }),
  );
  // #endregion limit

  // #region routes
  app.use(express.json({ limit: '1kb' }));

  app.post('/redemptions', requireShop, (req, res) => {
    if (!req.is('json')) {
      return sendProblem(res.set('Accept', 'application/json'), 415);
    }
    res.status(201).json(cards.redeem(req.shop, req.body));
  });

  app.get('/report', requireShop, (req, res) => {
    res.set('Cache-Control', 'private, max-age=3600');
    res.json(report());
  });
  // #endregion routes

  // #region handler
  app.use((req, res) => sendProblem(res, 404));

  app.use((err, req, res, next) => {
    if (res.headersSent) return next(err);
    if (err instanceof Problem) {
      return sendProblem(res.set(err.headers), err.status, err.json);
    }
    if (isFaultyRequest(err)) return sendProblem(res, err.status);

    const requestId = randomUUID();
    const { method, path } = req;
    log(JSON.stringify({ requestId, method, path, error: inspect(err) }));
    sendProblem(res, 500, untyped(500, { instance: `urn:uuid:${requestId}` }));
  });

  return app;
}

// Without a type, a problem means as much as its status code. Its title is
// then the name of that code.
const untyped = (status, more) =>
  JSON.stringify({ title: STATUS_CODES[status], status, ...more });

function sendProblem(res, status, json = untyped(status)) {
  res
    .status(status)
    .set('Cache-Control', 'no-store') // whatever the route had set before
    .type('application/problem+json')
    .send(json);
}

// Errors of Express's own body parsers and of a path with a broken escape.
function isFaultyRequest(err) {
  const isClientError = err?.status >= 400 && err.status < 500;
  return isClientError && (err.expose === true || err instanceof URIError);
}
// #endregion handler

// #region auth
function requireShop(req, res, next) {
  const [, token] = /^Bearer (\S+)$/i.exec(req.get('Authorization')) ?? [];
  req.shop = shops.get(token);
  if (!req.shop) {
    throw new Problem('not-signed-in', {
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
  next();
}
// #endregion auth
