import express from 'express';
import { requestStatement, statementStatus } from './statements.js';

const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/;
const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

// The statement of a month that isn't over would be kept, and stay incomplete.
const isOver = (month) => month < new Date().toISOString().slice(0, 7);

export function createApp(pool, boss) {
  const app = express();

  // #region endpoints
  app.post('/accounts/:account/statements/:month', async (req, res) => {
    const { account, month } = req.params;
    if (!/^\d{1,9}$/.test(account) || !isMonth.test(month) || !isOver(month))
      return res.status(400).json({ error: 'no such account or month' });
    const id = await requestStatement(pool, boss, Number(account), month);
    res.status(202).location(`/statements/${id}`).json({ status: 'pending' });
  });

  app.get('/statements/:id', async (req, res) => {
    const { id } = req.params;
    const found = isUuid.test(id) && (await statementStatus(pool, boss, id));
    if (!found) return res.status(404).json({ error: 'no such statement' });
    if (found.status === 'pending') res.set('Retry-After', '5');
    res.json(found);
  });
  // #endregion endpoints

  app.use((error, req, res, next) => {
    if (error.code === '23503')
      return res.status(404).json({ error: 'no such account' });
    if (error instanceof URIError)
      // GET /statements/%
      return res.status(400).json({ error: 'no such path' });
    console.error(error);
    res.status(500).json({ error: 'internal error' });
  });
  return app;
}
