import express from 'express';
import { csvLine, mergePatch } from './formats.js';
import { editable, faultsOf, represent, rows, save } from './meters.js';

export const app = express();

function problem(res, status, title, more = {}) {
  res.status(status).type('application/problem+json');
  res.send(JSON.stringify({ title, status, ...more }));
}

function findMeter(req, res, next) {
  req.row = rows.get(req.params.id);
  if (req.row) next();
  else problem(res, 404, 'There is no such meter');
}

// #region negotiate
app.get('/meters', (req, res) => {
  const items = [...rows.values()].map(represent);
  res.format({
    'application/json': () => res.json({ items }),
    'text/csv': () => {
      const lines = items.map((m) => csvLine([m.id, m.nickname, m.energyWh]));
      res.send(csvLine(['id', 'nickname', 'energyWh']) + lines.join(''));
    },
    default: () => problem(res, 406, 'Ask for application/json or text/csv'),
  });
});
// #endregion negotiate

app.get('/meters/:id', findMeter, (req, res) => {
  res.json(represent(req.row));
});

// #region patch
const mergeType = 'application/merge-patch+json';

app.patch(
  '/meters/:id',
  findMeter,
  (req, res, next) => {
    if (req.is(mergeType)) return next();
    res.set('Accept-Patch', mergeType);
    problem(res, 415, `Send a body of type ${mergeType}`);
  },
  express.json({ type: mergeType, limit: '10kb', strict: false }),
  (req, res) => {
    const now = editable(represent(req.row));
    const meter = mergePatch(now, req.body);
    if (meter === null || typeof meter !== 'object' || Array.isArray(meter)) {
      return problem(res, 422, 'A meter is an object');
    }
    const names = Object.keys(req.body);
    const fields = faultsOf(meter, names);
    if (fields.length > 0) {
      return problem(res, 422, 'Some fields are wrong', { fields });
    }
    save(req.row, meter, names);
    res.json(represent(req.row));
  },
);
// #endregion patch

app.use((req, res) => problem(res, 404, 'There is nothing at this URL'));

app.use((error, req, res, next) => {
  if (res.headersSent) return next(error);
  const isForClient = error.expose || error instanceof URIError; // bad path
  const status = (isForClient && error.status) || 500;
  problem(res, status, status === 500 ? 'Our fault' : error.message);
});
