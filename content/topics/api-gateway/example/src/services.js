import express from 'express';
import { jwtVerify } from 'jose';
import { gateway } from './keys.js';

function service() {
  const app = express();
  app.log = []; // a real service writes these lines to its log
  app.use((req, res, next) => {
    app.log.push({ url: req.originalUrl, headers: req.headers });
    next();
  });
  return app;
}

export const articles = service();
articles.get('/articles/:id', (req, res) => {
  res.json({ article: req.params.id });
});
articles.post('/articles/:id/views', express.json(), (req, res) => {
  res.status(202).json({ seen: true });
});
// For the editors' tool in the private network; the gateway has no route.
articles.use('/internal', (req, res) => {
  res.json({ drafts: ['The mayor resigns'] });
});

export const archive = service();
// #region guard
archive.use(async (req, res, next) => {
  try {
    const token = req.get('authorization')?.replace(/^Bearer /, '');
    const { payload } = await jwtVerify(token, gateway.publicKey, {
      algorithms: ['ES256'],
      issuer: 'gateway',
      audience: 'archive',
      requiredClaims: ['sub', 'exp'],
    });
    req.user = payload.sub;
  } catch {
    return res.status(401).json({ error: 'Only through the gateway' });
  }
  next();
});
// #endregion guard
archive.get('/archive/hang', () => {}); // never responds
archive.get('/archive/broken', (req, res) => {
  res.status(500).json({ error: 'A bug in the archive' });
});
archive.get('/archive/:year', (req, res) => {
  res.json({ year: req.params.year, reader: req.user });
});

export const comments = service();
comments.get('/comments/:id', (req, res) => {
  if (req.params.id === 'hang') return; // never responds
  res.json({ comments: [] });
});
