import express from 'express';
import { asUser } from './as-user.js';
import { may, visible } from './policy.js';

export function createApp(pool) {
  const app = express();

  // The header stands in for a verified session. The roles come from the
  // database with every request, so a role that's taken away is gone at once.
  app.use(async (req, res, next) => {
    const { rows } = await pool.query(
      'SELECT id, roles FROM account WHERE id = $1',
      [req.get('x-user')],
    );
    if (rows.length === 0) return res.sendStatus(401);
    req.user = rows[0];
    next();
  });
  app.use(express.json());

  // #region list
  app.get('/grades', async (req, res) => {
    const { rows } = await asUser(pool, req.user, (db) =>
      db.query(
        `SELECT id, student, mark FROM grade WHERE ${visible} ORDER BY id`,
        [req.user.id, req.user.roles],
      ),
    );
    res.json(rows);
  });
  // #endregion list

  app.param('id', (req, res, next, id) => {
    if (/^\d{1,9}$/.test(id)) return next();
    res.sendStatus(404);
  });

  app.get('/grades/:id', async (req, res) => {
    const grade = await asUser(pool, req.user, (db) => find(db, req.params.id));
    if (!grade || !may(req.user, 'grade:read', grade)) {
      return res.sendStatus(404);
    }
    res.json({ id: grade.id, student: grade.student, mark: grade.mark });
  });

  // #region put
  app.put('/grades/:id', async (req, res) => {
    const { id } = req.params;
    const { mark } = req.body ?? {};
    if (!['A', 'B', 'C', 'D', 'F'].includes(mark)) return res.sendStatus(400);

    const status = await asUser(pool, req.user, async (db) => {
      const grade = await find(db, id, 'FOR UPDATE');
      if (!grade || !may(req.user, 'grade:read', grade)) return 404;
      if (!may(req.user, 'grade:write', grade)) return 403;
      await db.query('UPDATE grade SET mark = $2 WHERE id = $1', [id, mark]);
      return 204;
    });
    res.sendStatus(status);
  });
  // #endregion put
  return app;
}

async function find(db, id, lock = '') {
  const { rows } = await db.query(`SELECT * FROM grade WHERE id = $1 ${lock}`, [
    id,
  ]);
  return rows[0];
}
