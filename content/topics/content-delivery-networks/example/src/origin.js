import express from 'express';

/** The broadcaster's results. `count` says how often it was asked. */
export function createOrigin() {
  const app = express();
  app.set('trust proxy', true);
  Object.assign(app, { count: 0, delay: 20, lifetime: 20, isDown: false });
  app.use((req, res, next) => {
    app.count += 1;
    app.lastUrl = req.originalUrl;
    res.set('Cache-Control', 'private, no-store'); // unless a route says more
    setTimeout(() => {
      if (!app.isDown) return next();
      res.set('Cache-Control', 'max-age=1').sendStatus(503); // or each waiting reader asks
    }, app.delay);
  });

  // #region lifetimes
  app.get('/districts/:id', (req, res) => {
    res.set('Cache-Control', `max-age=5, s-maxage=${app.lifetime}`);
    const texts = { en: 'Results for', de: 'Ergebnisse für' };
    res.json({
      title: `${texts[req.query.lang] ?? texts.en} ${req.params.id}`,
      link: `https://${req.host}/districts/${req.params.id}`,
    });
  });
  // #endregion lifetimes

  app.get('/profile', (req, res) => {
    res.json({ reader: req.get('cookie') ?? 'no one' });
  });
  return app;
}
