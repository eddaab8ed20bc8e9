import { STATUS_CODES } from 'node:http';
import express from 'express';
import { Refused } from './episodes.js';
import { episodeRoutes } from './routes.js';

// #region app
export function createApp(episodes) {
  const app = express();
  app.enable('case sensitive routing');
  app.use(express.json({ limit: '10kb' }));
  app.use('/v1', episodeRoutes(episodes));
  app.use((req, res) => {
    res.status(404).json({ title: 'There is nothing here' });
  });
  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    const isRefused = error instanceof Refused;
    // From express.json, or about a bad % in the path. Others are our fault.
    const isForClient = error.expose || error instanceof URIError;
    const status = isRefused ? 422 : (isForClient && error.status) || 500;
    if (status >= 500) console.error(error);
    res.status(status);
    res.json({ title: isRefused ? error.message : STATUS_CODES[status] });
  });
  return app;
}
// #endregion app
