import express from 'express';
import { randomUUID } from 'node:crypto';

export function createApp(pool, status, log) {
  const app = express();

  app.get('/live', (_req, res) => res.send('ok'));

  // #region ready
  app.get('/ready', async (_req, res) => {
    if (status.stopping) return res.status(503).send('stopping');
    try {
      await pool.query('SELECT 1');
      res.send('ready');
    } catch (error) {
      log('error', 'not ready', { reason: error.message });
      res.status(503).send('no database');
    }
  });
  // #endregion ready

  app.post('/tickets', express.json(), async (req, res) => {
    const { ferry, seats } = req.body ?? {};
    const isValid = typeof ferry === 'string' && ferry.length <= 50;
    if (!isValid || !(Number.isInteger(seats) && seats >= 1 && seats <= 9))
      return res.status(400).json({ error: 'ferry and 1 to 9 seats, please' });
    const id = randomUUID();
    await pool.query('INSERT INTO tickets VALUES ($1, $2, $3)', [
      id,
      ferry,
      seats,
    ]);
    log('info', 'ticket sold', { id, seats });
    res.status(201).json({ id, ferry, seats });
  });

  app.get('/tickets/:id', async (req, res) => {
    const { rows } = await pool.query(
      'SELECT id, ferry, seats FROM tickets WHERE id::text = $1',
      [req.params.id],
    );
    if (rows.length === 0)
      return res.status(404).json({ error: 'no such ticket' });
    res.json(rows[0]);
  });

  app.use((error, _req, res, _next) => {
    const isForClient = error.expose || error instanceof URIError; // bad path
    const status = (isForClient && error.status) || 500;
    if (status >= 500) log('error', error.message);
    res.status(status).json({ error: status < 500 ? error.message : 'sorry' });
  });
  return app;
}
