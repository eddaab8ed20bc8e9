import express from 'express';
import { randomUUID } from 'node:crypto';
import { id, pageQuery, parse, parseInspection } from './inspection.js';
import { handleErrors, Problem } from './problem.js';
import { createStore } from './store.js';
import { findKeeper } from './tokens.js';

// #region app
export function createApp(pool, { log = console.log } = {}) {
  const app = express().disable('x-powered-by');
  app.use(logRequests(log));
  app.get('/health', (req, res) => res.json({ status: 'up' }));

  app.use(async (req, res, next) => {
    req.keeper = await findKeeper(pool, req.get('authorization'));
    if (!req.keeper) throw new Problem(401, 'Send a valid token');
    next();
  });
  app.use(express.json({ limit: '10kb' }));
  app.use('/inspections', inspections(createStore(pool)));

  app.use(() => {
    throw new Problem(404, 'No such URL');
  });
  app.use(handleErrors);
  return app;
}
// #endregion app

// #region routes
function inspections(store) {
  const router = express.Router();

  router.post('/', async (req, res) => {
    if (!req.is('json')) throw new Problem(415, 'Send application/json');
    const value = parseInspection(req.body, Date.now());
    const added = await store.add(req.keeper, value);
    if (!added) throw new Problem(409, 'This hive has one on that day');
    res.status(201).location(`/inspections/${added.id}`).json(added);
  });

  router.get('/:id', async (req, res) => {
    const isId = id.safeParse(req.params.id).success;
    const found = isId && (await store.get(req.keeper, req.params.id));
    if (!found) throw new Problem(404, 'No such inspection');
    res.json(found);
  });

  router.get('/', async (req, res) => {
    const page = parse(pageQuery, req.query);
    const rows = await store.list(req.keeper, {
      ...page,
      limit: page.limit + 1,
    });
    const items = rows.slice(0, page.limit);
    const hasMore = rows.length > page.limit;
    res.json({ items, next: hasMore ? items.at(-1).id : null });
  });

  return router;
}
// #endregion routes

// #region log
function logRequests(log) {
  return (req, res, next) => {
    const start = performance.now();
    const { method, path } = req;
    req.id = randomUUID();
    res.set('X-Request-Id', req.id);
    res.once('close', () => {
      const { id: request, keeper } = req;
      const status = res.writableFinished ? res.statusCode : 'aborted';
      const ms = Math.round(performance.now() - start);
      log(JSON.stringify({ request, method, path, keeper, status, ms }));
    });
    next();
  };
}
// #endregion log
