import cookieParser from 'cookie-parser';
import express from 'express';

// Stands for the check of a PIN; see the topic Authentication.
const pins = new Map([
  ['amina', '4711'],
  ['bo', '1234'],
]);

// #region app
const cookie = '__Host-sid';
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' };

/** cookie-parser turns a value that starts with "j:" into an object. */
function idOf(req) {
  const id = req.cookies[cookie];
  return typeof id === 'string' ? id : undefined;
}

export function createApp(sessions) {
  const app = express();
  app.use(cookieParser(), express.json());

  app.post('/login', async (req, res) => {
    const { reader, pin } = req.body ?? {};
    if (!pin || pins.get(reader) !== pin) return res.sendStatus(401);
    const old = idOf(req);
    if (old) await sessions.end(old); // never keep an ID from before the login
    const id = await sessions.start(reader, req.get('User-Agent') ?? '');
    res.cookie(cookie, id, attributes).json({ reader });
  });

  app.post('/logout', async (req, res) => {
    const id = idOf(req);
    if (id) await sessions.end(id);
    res.clearCookie(cookie, attributes).sendStatus(204);
  });

  app.use(async (req, res, next) => {
    const id = idOf(req);
    req.session = id && (await sessions.find(id));
    if (!req.session) return res.status(401).json({ error: 'Log in first.' });
    res.set('Cache-Control', 'no-store'); // personal, so no cache keeps it
    next();
  });

  app.get('/loans', (req, res) => {
    res.json({ reader: req.session.reader, loans: 2 });
  });
  // #endregion app
  app.get('/sessions', async (req, res) => {
    res.json(await sessions.list(req.session.reader));
  });
  app.delete('/sessions/:number', async (req, res) => {
    const number = Number(req.params.number);
    const isEnded =
      Number.isSafeInteger(number) &&
      (await sessions.endOne(req.session.reader, number));
    res.sendStatus(isEnded ? 204 : 404);
  });
  app.delete('/sessions', async (req, res) => {
    await sessions.endAll(req.session.reader); // this session, too
    res.clearCookie(cookie, attributes).sendStatus(204);
  });
  return app;
}
