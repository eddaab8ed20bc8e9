import express from 'express';

/** The second of three releases: `gate` and `departureGate` mean the same. */
export function createApp(flights, { seen = () => {} } = {}) {
  const app = express();
  const types = ['json', 'application/merge-patch+json'];
  app.use(express.json({ type: types }));

  // #region expand
  const show = ({ number, status, gate }) => ({
    number,
    status,
    gate, // deprecated, until 2030-06-01
    departureGate: gate,
  });

  /** A client that sends `gate` knows only that name, and sends back the other one as it was. */
  function newGate(body, flight) {
    if (body.gate !== undefined) return body.gate;
    if (body.departureGate !== undefined) return body.departureGate;
    return flight.gate;
  }
  // #endregion expand

  // #region routes
  app.param('number', (req, res, next, number) => {
    req.flight = flights.get(number);
    if (req.flight) next();
    else res.status(404).json({ error: 'no such flight' });
  });

  app.use((req, res, next) => {
    seen(req.get('User-Agent') ?? 'unknown'); // 'kiosk/1.4'
    next();
  });

  app.get('/flights/:number', (req, res) => {
    res.json(show(req.flight));
  });

  app.patch('/flights/:number', (req, res) => {
    if (!req.is(types)) return res.status(415).json({ error: 'send JSON' });
    const gate = newGate(req.body, req.flight);
    if (typeof gate !== 'string') {
      return res.status(422).json({ error: 'a gate is a string' });
    }
    req.flight.gate = gate;
    res.json(show(req.flight));
  });
  // #endregion routes
  return app;
}
