import { timingSafeEqual } from 'node:crypto';
import express from 'express';
import { newKey, parseKey } from './format.js';

const scopes = ['images:read', 'alerts:write'];

/** `ownerOf` says which organization has logged in to the website. */
export function createApp({ db, ownerOf, mode = 'live' }) {
  const app = express();
  app.use(express.json());

  // #region check
  async function find(header) {
    const [, text] = /^Bearer (.+)$/i.exec(header ?? '') ?? [];
    const given = text && parseKey(text);
    if (!given || given.mode !== mode) return undefined;
    const { rows } = await db.query(
      `SELECT id, hash, owner, scopes,
              coalesce(last_used_at < now() - interval '1 minute', true) AS rested
       FROM api_key
       WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`,
      [given.id],
    );
    const [row] = rows;
    return row && timingSafeEqual(row.hash, given.hash) ? row : undefined;
  }

  const requireKey = (scope) => async (req, res, next) => {
    const key = await find(req.get('Authorization'));
    if (!key) {
      res.set('WWW-Authenticate', 'Bearer realm="radar"');
      return res.status(401).json({ error: 'unknown key' });
    }
    if (!key.scopes.includes(scope)) {
      const challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
      res.set('WWW-Authenticate', challenge);
      return res.status(403).json({ error: `this key lacks ${scope}` });
    }
    if (key.rested) {
      db.query('UPDATE api_key SET last_used_at = now() WHERE id = $1', [
        key.id,
      ]).catch((error) =>
        console.error('last use not written:', error.message),
      );
    }
    req.owner = key.owner;
    next();
  };

  app.get('/images/latest', requireKey('images:read'), (req, res) => {
    res.json({ for: req.owner, image: '2026-11-26T06:00Z' });
  });
  // #endregion check

  app.post('/alerts', requireKey('alerts:write'), (req, res) => {
    res.sendStatus(202);
  });

  // #region manage
  app.use('/account', (req, res, next) => {
    req.owner = ownerOf(req);
    if (req.owner) next();
    else res.sendStatus(401);
  });

  app.post('/account/keys', async (req, res) => {
    const { name, scopes: wanted, expiresInDays: days = 365 } = req.body ?? {};
    const isRight =
      typeof name === 'string' &&
      /^\P{C}{1,100}$/u.test(name) && // PostgreSQL refuses a NUL character
      Array.isArray(wanted) &&
      wanted.length > 0 &&
      wanted.every((scope) => scopes.includes(scope)) &&
      Number.isInteger(days) &&
      days >= 1 &&
      days <= 365;
    if (!isRight) return res.status(422).json({ error: 'name, scopes, days' });
    const { key, id, hash } = newKey(mode);
    await db.query(
      `INSERT INTO api_key (id, hash, owner, name, scopes, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6))`,
      [id, hash, req.owner, name, wanted, days],
    );
    res.set('Cache-Control', 'no-store').status(201).json({ id, key });
  });

  app.get('/account/keys', async (req, res) => {
    const { rows } = await db.query(
      `SELECT id, name, scopes, created_at, expires_at, last_used_at
       FROM api_key WHERE owner = $1 AND revoked_at IS NULL ORDER BY created_at`,
      [req.owner],
    );
    res.json({ items: rows });
  });

  app.delete('/account/keys/:id', async (req, res) => {
    const { rows } = await db.query(
      `UPDATE api_key SET revoked_at = coalesce(revoked_at, now())
       WHERE id = $1 AND owner = $2 RETURNING id`,
      [req.params.id, req.owner],
    );
    res.sendStatus(rows.length === 1 ? 204 : 404);
  });
  // #endregion manage
  return app;
}
