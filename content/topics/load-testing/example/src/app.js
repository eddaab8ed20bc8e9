import express from 'express';

export function createApp({ pool, buy }) {
  const app = express();
  app.use(express.json());

  app.get('/days', async (req, res) => {
    const { rows } = await pool.query('SELECT id, places FROM day ORDER BY id');
    res.json(rows);
  });

  app.post('/tickets', async (req, res) => {
    const day = req.body?.day;
    if (!Number.isInteger(day) || day < 1 || day > 40) {
      return res.status(422).json({ error: 'day is required' });
    }
    const sold = await buy(pool, day);
    if (!sold) return res.status(409).json({ error: 'sold out' });
    res.status(201).json({ day });
  });

  return app;
}
