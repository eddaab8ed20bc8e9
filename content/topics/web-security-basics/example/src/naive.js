import express from 'express';

const crossSite = { sameSite: 'none', secure: true };

export function createNaiveApp(forum, layers = [], cookie = crossSite) {
  const app = express();
  for (const layer of layers) app.use(layer);
  app.use(express.static(`${import.meta.dirname}/public`));

  app.post('/login', (req, res) => {
    res.cookie('sid', forum.logIn('ada'), cookie);
    res.status(204).end();
  });

  // #region pages
  app.get('/', (req, res) => {
    const items = forum.comments.map(
      ({ author, website, text }) =>
        `<li><a href="${website}">${author}</a>: ${text}</li>`,
    );
    res.send(`<h1 id="greeting">Forum</h1><ul>${items.join('')}</ul>
<script nonce="${res.locals.nonce}" src="/forum.naive.js"></script>`);
  });

  app.get('/search', (req, res) => {
    res.send(`<h1>Nothing found for ${req.query.q}</h1>`);
  });

  app.get('/api/members/:name', (req, res) => {
    res.status(404).send(`There is no member ${req.params.name}`);
  });
  // #endregion pages

  app.get('/admins', (req, res) => {
    res.send(`<form method="post"><input type="hidden" name="name" value="eve">
<button>Make Eve an administrator</button></form>`);
  });

  // #region admins
  function requireAdmin(req, res, next) {
    if (forum.admins.includes(forum.userOf(req, 'sid'))) return next();
    res.status(403).end();
  }
  function addAdmin(req, res) {
    forum.admins.push(req.body.name);
    res.redirect(303, '/');
  }
  app.post('/admins', requireAdmin, express.urlencoded(), addAdmin);
  const anyType = express.json({ type: () => true });
  app.post('/api/admins', requireAdmin, anyType, addAdmin);
  // #endregion admins
  return app;
}
