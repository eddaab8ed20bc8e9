import express from 'express';
import session from 'express-session';

/** Keeps the ID that the visitor had before, to show the attack. */
export function naiveLogin(req, res) {
  req.session.reader = 'amina';
  res.send('logged in');
}

// #region login
/** Runs after the PIN was checked. */
export function login(req, res, next) {
  const { cart } = req.session;
  req.session.regenerate((error) => {
    if (error) return next(error);
    Object.assign(req.session, { cart, reader: 'amina' });
    res.send('logged in');
  });
}

export function logout(req, res, next) {
  req.session.destroy((error) => {
    if (error) return next(error);
    res.clearCookie('sid').send('bye');
  });
}
// #endregion login

export function createShop({ secret, logIn = login }) {
  const app = express();
  // #region settings
  app.use(
    session({
      name: 'sid',
      secret, // from your configuration, at least 32 random characters
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
  app.post('/login', logIn);
  app.post('/logout', logout);
  app.get('/cart', (req, res) => res.json(req.session.cart ?? []));
  app.get('/me', (req, res) => res.send(req.session.reader ?? 'no one'));
  return app;
}
