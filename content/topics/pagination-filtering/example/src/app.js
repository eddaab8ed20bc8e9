import express from 'express';
import { BadQuery, encode, parseQuery, toSql } from './query.js';

const view = ({ id, species, seen_at, birds }) => ({
  id,
  species,
  seenAt: seen_at,
  birds,
});

export function createApp(pool) {
  const app = express();

  // #region list
  app.get('/sightings', async (req, res) => {
    const plan = parseQuery(req.query);
    const { rows } = await pool.query(toSql(plan));
    const page = rows.slice(0, plan.limit);
    const body = { items: page.map(view) };

    if (rows.length > plan.limit) {
      body.nextPageToken = encode(page.at(-1), plan);
      const next = new URLSearchParams({
        ...req.query,
        pageToken: body.nextPageToken,
      });
      res.links({ next: `/sightings?${next}` });
    }
    res.json(body);
  });
  // #endregion list

  app.use((error, req, res, next) => {
    if (res.headersSent) return next(error);
    // PostgreSQL: not a value of this type, out of its range, or a zero byte.
    const codes = ['22P02', '22003', '22007', '22008', '22021'];
    const badValue = codes.includes(error.code);
    const bad = error instanceof BadQuery || badValue;
    if (!bad) console.error(error);
    res.status(bad ? 400 : 500).type('application/problem+json');
    const title = badValue ? 'a value is not valid' : error.message;
    res.send(JSON.stringify({ title: bad ? title : 'Our fault' }));
  });
  return app;
}
