import express from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An app that serves the build output in the folder `dist`. */
export function createApp(dist) {
  const app = express();
  app.use((req, res, next) => {
    res.set('X-Content-Type-Options', 'nosniff');
    next();
  });

  // #region assets
  app.use(
    '/assets',
    express.static(join(dist, 'assets'), {
      maxAge: '1y',
      immutable: true,
      index: false,
      redirect: false,
      fallthrough: false, // what isn't there is a 404, never the HTML below
    }),
  );
  // #endregion assets

  // #region html
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  function sendPage(req, res) {
    res.set('Cache-Control', 'no-cache').type('html').send(html);
  }
  app.get(['/', '/index.html'], sendPage);
  // #endregion html

  // #region rest
  app.use(
    express.static(dist, {
      index: false,
      etag: false, // size and time don't tell one version from another
      lastModified: false,
      setHeaders: (res) => res.set('Cache-Control', 'no-cache'),
    }),
  );
  // #endregion rest

  // #region fallback
  app.get('/*path', (req, res, next) => {
    if (/\.|^\/api\//.test(req.path)) return next(); // a file, or the API
    sendPage(req, res);
  });
  // #endregion fallback

  app.use((req, res) => res.status(404).send('Not found'));
  app.use((error, req, res, next) => {
    const status = error.status ?? 500;
    if (status >= 500) console.error(error);
    res.status(status).send(status < 500 ? 'Not found' : 'Error');
  });
  return app;
}
