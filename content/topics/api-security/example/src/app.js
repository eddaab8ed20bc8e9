import express from 'express';
import { z } from 'zod';
import { authenticate, limit, refuse, requireRole } from './gates.js';

export function createApp({ publicKey, devices, perUser = 60, perIp = 600 }) {
  const app = express().disable('x-powered-by');

  // #region gates
  app.get('/health', (req, res) => res.sendStatus(204)); // open on purpose

  app.use(limit(perIp)); // coarse, because a stranger has no other key
  app.use(authenticate(publicKey));
  app.use(limit(perUser, (req) => req.user.id));
  app.use(requireJson, express.json({ limit: '1kb' }));

  const { list, setTarget, remove } = createHandlers(devices);
  const route = (method, path, role, handler) =>
    app[method](path, requireRole(role), handler);
  route('get', '/devices', 'customer', list);
  route('patch', '/devices/:id', 'customer', setTarget);
  route('delete', '/devices/:id', 'support', remove);

  app.use((req, res) => refuse(req, res, 404, 'no such route'));
  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    const isForClient = error.expose || error instanceof URIError; // bad path
    const status = (isForClient && error.status) || 500;
    if (status < 500) return refuse(req, res, status, 'malformed');
    console.error(error); // for you; the caller learns nothing about it
    res.status(500).json({ error: 'internal' });
  });
  // #endregion gates
  return app;
}

function requireJson(req, res, next) {
  if (req.is('application/json') === false) {
    return refuse(req, res, 415, 'content type');
  }
  next();
}

// #region handlers
const Change = z.strictObject({ target: z.int().min(7).max(28) });
const show = ({ id, room, target }) => ({ id, room, target });

function createHandlers(devices) {
  const owned = (req) => {
    const device = devices.get(req.params.id);
    return device?.owner === req.user.id ? device : undefined;
  };
  return {
    list(req, res) {
      const mine = [...devices.values()].filter((d) => d.owner === req.user.id);
      res.json(mine.map(show));
    },
    setTarget(req, res) {
      const device = owned(req);
      if (!device) return refuse(req, res, 404, 'not yours or not there');
      const { success, data } = Change.safeParse(req.body);
      if (!success) return refuse(req, res, 422, 'fields');
      device.target = data.target;
      res.json(show(device));
    },
    remove(req, res) {
      if (!devices.delete(req.params.id)) {
        return refuse(req, res, 404, 'not there');
      }
      res.sendStatus(204);
    },
  };
}
// #endregion handlers
