import express from 'express';

// The weather service's API. `crossOrigin` is one of cors-settings.js.
// #region api
export function createApi(crossOrigin, log = () => {}) {
  const app = express();
  app.use((req, res, next) => {
    res.set('Cache-Control', 'no-store');
    res.on('finish', () => log(`${req.method} ${req.url} ${res.statusCode}`));
    next();
  });
  app.use(crossOrigin); // before the login check: a preflight has no cookie
  app.use(express.json());
  app.use(express.urlencoded());

  app.get('/forecast', (req, res) => {
    res.json({ city: 'Bergen', tomorrow: 'rain' });
  });
  app.post('/login', (req, res) => {
    res.cookie('session', 'ada', { httpOnly: true, sameSite: 'lax' });
    res.sendStatus(204);
  });

  app.use((req, res, next) => {
    // A stand-in for a real session.
    const isLoggedIn = req.get('Cookie')?.includes('session=ada');
    if (isLoggedIn) next();
    else res.status(401).json({ error: 'Log in first.' });
  });
  app.get('/me', (req, res) => {
    res.json({ name: 'Ada', address: '14 Harbor Street' });
  });
  app.post('/reports', (req, res) => {
    res.status(201).json({ report: req.body });
  });
  app.put('/alarms/4', (req, res) => {
    res.json({ threshold: req.body?.threshold });
  });
  return app;
}
// #endregion api
