import express from 'express';
import { idempotent } from './idempotency.js';

// Stands in for a real login.
const users = new Map([
  ['Bearer ida', 'ida'],
  ['Bearer ben', 'ben'],
]);

export function createApp(pool, { work = startWash } = {}) {
  const app = express();
  app.use((req, res, next) => {
    req.user = users.get(req.get('authorization'));
    if (!req.user) return res.status(401).json({ error: 'Log in first' });
    next();
  });
  const verify = (req, res, bytes) => {
    req.rawBody = bytes;
  };
  app.use(express.json({ verify }));
  app.post('/washes', validate, idempotent(pool, work));
  app.use((error, req, res, next) => {
    console.error(error.message);
    const status = error.expose ? error.status : 500;
    res.status(status).json({ error: status < 500 ? error.message : 'Sorry' });
  });
  return app;
}

function validate(req, res, next) {
  if ([1, 2, 3].includes(req.body?.machine)) return next();
  res.status(400).json({ error: 'Expected a "machine" from 1 to 3' });
}

// #region work
const PRICE = 250;

export async function startWash(db, req) {
  const paid = await db.query(
    `UPDATE card SET credit = credit - $2
     WHERE owner = $1 AND credit >= $2 RETURNING credit`,
    [req.user, PRICE],
  );
  if (paid.rowCount === 0) {
    return { status: 403, body: { error: 'Not enough credit' } };
  }
  const wash = await db.query(
    'INSERT INTO wash (owner, machine) VALUES ($1, $2) RETURNING id',
    [req.user, req.body.machine],
  );
  const { credit } = paid.rows[0];
  return { status: 201, body: { wash: wash.rows[0].id, credit } };
}
// #endregion work
