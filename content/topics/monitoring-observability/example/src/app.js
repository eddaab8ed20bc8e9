import express from 'express';
import { measure, registry } from './metrics.js';

// #region app
export const app = express();
app.use(measure);

app.get('/bookings/:id', (req, res) => {
  const isSlow = req.params.id === '7';
  const status = req.params.id === '13' ? 502 : 200;
  setTimeout(() => res.sendStatus(status), isSlow ? 300 : 10);
});

export const internal = express(); // on a port that isn't public
internal.get('/metrics', async (req, res) => {
  res.type(registry.contentType).send(await registry.metrics());
});
// #endregion app
