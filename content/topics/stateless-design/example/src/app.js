import express from 'express';
import session from 'express-session';

export function createApp({ store, carts, secret, instance }) {
  const app = express();
  app.use((req, res, next) => {
    res.set('X-Instance', instance);
    next();
  });
  // #region session
  app.use(
    session({
      store, // undefined: the MemoryStore of express-session
      secret, // the same for all instances
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 },
    }),
  );
  // #endregion session

  app.post('/login', (req, res, next) => {
    // A real service checks a password here.
    req.session.regenerate((error) => {
      if (error) return next(error);
      req.session.user = 'ada';
      res.sendStatus(204);
    });
  });

  app.use((req, res, next) => {
    if (req.session.user) next();
    else res.status(401).json({ error: 'Log in first.' });
  });
  app.get('/me', (req, res) => {
    res.json({ user: req.session.user });
  });
  app.get('/cart', async (req, res) => {
    res.json(await carts.list(req));
  });
  app.post('/cart/:book', async (req, res) => {
    await carts.add(req, req.params.book);
    res.sendStatus(204);
  });
  app.use((error, req, res, next) => {
    console.error(error.message);
    if (res.headersSent) return next(error);
    res.status(500).json({ error: 'internal error' });
  });
  return app;
}
