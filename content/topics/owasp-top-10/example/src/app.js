import escapeHtml from 'escape-html';
import express from 'express';

/** The same service after the repair. It never sees all bookings. */
export function createApp({ bookingsOf, fraud, pay, log = console.error }) {
  const app = express();
  app.disable('x-powered-by');
  app.use((req, res, next) => {
    req.user = req.get('x-user'); // stands in for a verified session
    if (!req.user) return res.sendStatus(401);
    req.bookings = bookingsOf(req.user);
    next();
  });

  app.get('/bookings/:id', (req, res) => {
    const booking = req.bookings.get(req.params.id);
    if (!booking) return res.sendStatus(404);
    res.json(show(booking));
  });

  app.get('/bookings/:id/ticket', (req, res) => {
    const booking = req.bookings.get(req.params.id);
    if (!booking) return res.sendStatus(404);
    const { name, route } = booking;
    res.send(`<h1>${escapeHtml(name)}</h1><p>${escapeHtml(route)}</p>`);
  });

  // #region refund
  app.post('/bookings/:id/refund', async (req, res) => {
    const booking = req.bookings.get(req.params.id);
    if (!booking) return res.sendStatus(404);
    if (booking.status !== 'confirmed') return res.sendStatus(409);
    booking.status = 'refunding';
    const result = await pay.refund(booking.id, booking.price);
    if (result !== 'paid') throw new Error(`refund: ${result}`);
    booking.status = 'refunded';
    res.json(show(booking));
  });
  // #endregion refund

  // #region confirm
  app.post('/bookings/:id/confirm', async (req, res) => {
    const booking = req.bookings.get(req.params.id);
    if (!booking) return res.sendStatus(404);
    if ((await fraud(booking)) !== 'ok') return res.sendStatus(403);

    if (booking.status !== 'pending') return res.sendStatus(409);
    booking.status = 'confirming'; // no await since the check of the status
    const result = await pay.charge(booking.id, booking.price);
    if (result === 'declined') {
      booking.status = 'pending';
      return res.sendStatus(402);
    }
    if (result !== 'paid') throw new Error(`payment: ${result}`);
    booking.status = 'confirmed'; // the only line that confirms
    res.json(show(booking));
  });
  // #endregion confirm

  app.use((error, req, res, next) => {
    log(`${req.method} ${req.path}: ${error.message}`);
    if (res.headersSent) return next(error);
    res.sendStatus(error instanceof URIError ? 400 : 503);
  });

  return app;
}

const show = ({ id, name, route, status }) => ({ id, name, route, status });
