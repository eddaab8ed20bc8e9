import express from 'express';
import helmet from 'helmet';

const CENTS_PER_HOUR = 400;
const SORTS = ['id', 'name'];

export function createApp(db) {
  const app = express();
  app.use(helmet());

  app.use((req, res, next) => {
    const token = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '')?.[1];
    req.user = db
      .prepare('SELECT id FROM users WHERE token = ?')
      .get(token ?? '');
    if (!req.user) return res.status(401).json({ error: 'log in first' });
    next();
  });
  app.use(express.json({ limit: '10kb' }));

  // #region bikes
  app.get('/bikes', (req, res) => {
    const { search = '', sort = 'id' } = req.query;
    if (typeof search !== 'string') return invalid(res, 'give search once');
    if (!SORTS.includes(sort)) return invalid(res, 'sort by id or name');
    // nosemgrep: sql-from-template -- sort is one of two literals
    const statement = db.prepare(
      `SELECT id, name FROM bikes
       WHERE instr(lower(name), lower(?)) > 0 ORDER BY ${sort}`,
    );
    res.json(statement.all(search));
  });
  // #endregion bikes

  // #region rentals
  app.get('/rentals/:id', (req, res) => {
    const rental = db
      .prepare('SELECT * FROM rentals WHERE id = ? AND user_id = ?')
      .get(req.params.id, req.user.id);
    if (!rental) return res.status(404).json({ error: 'no such rental' });
    res.json(rental);
  });

  app.post('/rentals', (req, res) => {
    const { bike_id, hours } = req.body ?? {};
    if (!Number.isInteger(hours) || hours < 1 || hours > 24) {
      return invalid(res, 'hours must be a whole number from 1 to 24');
    }
    const bike =
      Number.isSafeInteger(bike_id) &&
      db.prepare('SELECT id FROM bikes WHERE id = ?').get(bike_id);
    if (!bike) return invalid(res, 'no such bike');
    const price = hours * CENTS_PER_HOUR;
    const { lastInsertRowid: id } = db
      .prepare(
        'INSERT INTO rentals (user_id, bike_id, hours, price) VALUES (?, ?, ?, ?)',
      )
      .run(req.user.id, bike.id, hours, price);
    res.status(201).json({ id, price });
  });
  // #endregion rentals

  app.use((req, res) => res.status(404).json({ error: 'no such route' }));
  app.use((err, req, res, next) => {
    if (res.headersSent) return next(err);
    const isForClient = err.expose || err instanceof URIError; // bad path
    const status = (isForClient && err.status) || 500;
    if (status === 500) console.error(err);
    res
      .status(status)
      .json({ error: status === 500 ? 'internal error' : 'bad request' });
  });
  return app;
}

const invalid = (res, error) => res.status(422).json({ error });
