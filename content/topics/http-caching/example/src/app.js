import express from 'express';

const texts = {
  fi: { onTime: 'aikataulussa', canceled: 'peruttu' },
  sv: { onTime: 'i tid', canceled: 'inställd' },
};

/** `state` is what the database would know: { ferry: 'onTime' | 'canceled', alerts: [] } */
export function createApp(state, { log = () => {} } = {}) {
  const app = express();
  app.use((req, res, next) => {
    log(req.path);
    next();
  });

  // #region default
  app.use((req, res, next) => {
    res.set('Cache-Control', 'private, no-cache');
    next();
  });
  // #endregion default

  // #region routes
  app.get('/departures', (req, res) => {
    const language = req.acceptsLanguages('fi', 'sv') || 'fi';
    res
      .set(
        'Cache-Control',
        'max-age=2, stale-while-revalidate=3, stale-if-error=86400',
      )
      .vary('Accept-Language')
      .set('Content-Language', language)
      .json({ ferry: 'Aura', status: texts[language][state.ferry] });
  });

  app.get('/alerts', (req, res) => {
    res.set('Cache-Control', 'no-cache').json(state.alerts);
  });

  app.get('/me', (req, res) => {
    res.json({ hello: req.get('Cookie') ?? 'stranger' });
  });

  app.get('/tickets/:id', (req, res) => {
    res.set('Cache-Control', 'no-store').json({ code: 'QX7-2291' });
  });
  // #endregion routes

  // #region errors
  app.use((error, req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next(error);
  });
  // #endregion errors
  return app;
}
