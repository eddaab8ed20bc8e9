import express from 'express';
import session from 'express-session';

/** @param regenerates false only to show the attack */
export function createShop({ regenerates = true } = {}) {
  const app = express();
  // #region settings
  app.use(
    session({
      name: 'sid',
      secret: process.env.SESSION_SECRET ?? 'only for this demo',
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
      // store: a shared one, such as connect-redis or connect-pg-simple
    }),
  );
  // #endregion settings
  app.get('/', (req, res) => {
    req.session.cart = ['a book']; // now the visitor has a session
    res.send('welcome');
  });
  // #region login
  app.post('/login', (req, res, next) => {
    const logIn = (error) => {
      if (error) return next(error);
      req.session.reader = 'amina'; // after the password was checked
      res.send('logged in');
    };
    if (regenerates) req.session.regenerate(logIn);
    else logIn();
  });
  // #endregion login
  app.get('/me', (req, res) => res.send(req.session.reader ?? 'no one'));
  return app;
}
