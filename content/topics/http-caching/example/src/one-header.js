import express from 'express';

export function createApp(state, { log = () => {} } = {}) {
  const app = express();
  // #region middleware
  app.use((req, res, next) => {
    res.set('Cache-Control', 'public, max-age=600');
    next();
  });
  // #endregion middleware
  app.get('/departures', (req, res) => {
    log(req.path);
    res.json({ ferry: 'Aura', status: state.ferry });
  });
  app.get('/me', (req, res) => {
    log(req.path);
    res.json({ hello: req.get('Cookie') ?? 'stranger' });
  });
  return app;
}
