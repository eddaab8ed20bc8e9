import express from 'express';

// #region first
export function createFirstApp(pool) {
  const app = express();
  app.use(express.json());
  const keeper = 'ana'; // TODO: log in

  app.post('/inspections', async (req, res) => {
    const { hive, day, mites } = req.body;
    const { rows } = await pool.query(
      `INSERT INTO inspection (keeper, hive, day, mites)
       VALUES ($1, $2, $3, $4) RETURNING *`,
      [keeper, hive, day, mites],
    );
    res.status(201).json(rows[0]);
  });

  app.get('/inspections/:id', async (req, res) => {
    const { rows } = await pool.query(
      'SELECT * FROM inspection WHERE id = $1',
      [req.params.id],
    );
    res.json(rows[0]);
  });
  return app;
}
// #endregion first
