import escapeHtml from 'escape-html';
import express from 'express';

/** The same service after the repair. */
export function createApp({ bookings, fraud, pay, log = console.error }) {
  const app = express();
  app.use((req, res, next) => {
    req.user = req.get('x-user'); // stands in for a verified session
    if (!req.user) return res.sendStatus(401);
    next();
  });

  // #region owner
  app.param('id', (req, res, next, id) => {
    req.booking = bookings.get(id);
    if (req.booking?.owner !== req.user) return res.sendStatus(404);
    next();
  });
  // #endregion owner

  app.get('/bookings/:id', (req, res) => res.json(show(req.booking)));

  app.get('/bookings/:id/ticket', (req, res) => {
    const { name, route } = req.booking;
    res.send(`<h1>${escapeHtml(name)}</h1><p>${escapeHtml(route)}</p>`);
  });

  // #region refund
  app.post('/bookings/:id/refund', async ({ booking }, res) => {
    if (booking.status !== 'confirmed') return res.sendStatus(409);
    booking.status = 'refunding';
    const result = await pay.refund(booking.id, booking.price);
    if (result !== 'paid') throw new Error(`refund: ${result}`);
    booking.status = 'refunded';
    res.json(show(booking));
  });
  // #endregion refund

  // #region confirm
  app.post('/bookings/:id/confirm', async ({ booking }, res) => {
    if ((await fraud(booking)) !== 'ok') return res.sendStatus(403);
    if (booking.status !== 'pending') return res.sendStatus(409);
    booking.status = 'confirming'; // no await since the check of the status
    const result = await pay.charge(booking.id, booking.price);
    if (result !== 'paid') throw new Error(`payment: ${result}`);
    booking.status = 'confirmed'; // the only line that confirms
    res.json(show(booking));
  });
  // #endregion confirm

  app.use((error, req, res, next) => {
    log(`${req.method} ${req.path}: ${error.message}`);
    if (res.headersSent) return next(error);
    res.sendStatus(error.status === 400 ? 400 : 503);
  });

  return app;
}

const show = ({ id, name, route, status }) => ({ id, name, route, status });
