import express from 'express';
import { refuseCrossSite } from './guard.js';
import { headers } from './headers.js';
import { html, safeUrl } from './html.js';

export function createApp(forum, origin) {
  const app = express();
  app.use(headers, refuseCrossSite(origin));
  app.use(express.static(`${import.meta.dirname}/public`));

  app.post('/login', (req, res) => {
    // #region cookie
    res.cookie('__Host-sid', forum.logIn('ada'), {
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
    });
    // #endregion cookie
    res.status(204).end();
  });

  // #region pages
  app.get('/', (req, res) => {
    const items = forum.comments.map(
      ({ author, website, text }) =>
        html`<li><a href="${safeUrl(website)}">${author}</a>: ${text}</li>`,
    );
    sendPage(
      res,
      html`<h1 id="greeting">Forum</h1>
        <ul>
          ${items}
        </ul>
        <script nonce="${res.locals.nonce}" src="/forum.js"></script>`,
    );
  });

  app.get('/search', (req, res) => {
    sendPage(res, html`<h1>Nothing found for ${req.query.q ?? ''}</h1>`);
  });

  app.get('/api/members/:name', (req, res) => {
    res.status(404).json({ title: `There is no member ${req.params.name}` });
  });
  // #endregion pages

  app.get('/admins', (req, res) => {
    sendPage(
      res,
      html`<form method="post">
        <input type="hidden" name="name" value="eve" />
        <button>Make Eve an administrator</button>
      </form>`,
    );
  });

  // #region admins
  function requireAdmin(req, res, next) {
    if (forum.admins.includes(forum.userOf(req, '__Host-sid'))) return next();
    res.status(403).end();
  }
  function addAdmin(req, res) {
    const name = req.body?.name;
    if (typeof name !== 'string') return res.status(400).end();
    forum.admins.push(name);
    res.redirect(303, '/');
  }
  app.post('/admins', requireAdmin, express.urlencoded(), addAdmin);
  app.post('/api/admins', requireAdmin, express.json(), addAdmin);
  // #endregion admins

  // #region errors
  app.use((req, res) => {
    res.status(404).json({ title: 'Not found' });
  });
  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    const isForClient = error.expose || error instanceof URIError; // bad path
    const status = (isForClient && error.status) || 500;
    if (status === 500) console.error(error);
    res.status(status).json({ title: 'The request failed' });
  });
  // #endregion errors
  return app;
}

function sendPage(res, body) {
  res.set('Cache-Control', 'no-store').send(`<!doctype html>\n${body}`);
}
