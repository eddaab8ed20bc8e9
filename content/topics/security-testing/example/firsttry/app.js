import express from 'express';

const CENTS_PER_HOUR = 400;

export function createApp(db) {
  const app = express();
  app.use(express.json());

  app.use((req, res, next) => {
    const token = (req.get('authorization') ?? '').replace('Bearer ', '');
    req.user = db.prepare('SELECT * FROM users WHERE token = ?').get(token);
    if (!req.user) return res.status(401).json({ error: 'log in first' });
    next();
  });

  // #region bikes
  app.get('/bikes', (req, res) => {
    const { search = '', sort } = req.query;
    const column = sort === 'name' ? 'name' : 'id';
    const bikes = db
      .prepare(
        `SELECT id, name FROM bikes WHERE name LIKE '%${search}%' ORDER BY ${column}`,
      )
      .all();
    res.json(bikes);
  });
  // #endregion bikes

  // #region rentals
  app.get('/rentals/:id', (req, res) => {
    const rental = db
      .prepare('SELECT * FROM rentals WHERE id = ?')
      .get(req.params.id);
    if (!rental) return res.status(404).json({ error: 'no such rental' });
    res.json(rental);
  });

  app.post('/rentals', (req, res) => {
    const { bike_id, hours } = req.body;
    const { lastInsertRowid: id } = db
      .prepare(
        'INSERT INTO rentals (user_id, bike_id, hours, price) VALUES (?, ?, ?, ?)',
      )
      .run(req.user.id, bike_id, hours, hours * CENTS_PER_HOUR);
    res.status(201).json({ id, price: hours * CENTS_PER_HOUR });
  });
  // #endregion rentals

  return app;
}
