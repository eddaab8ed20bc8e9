import express from 'express';

/** The ferry's bookings as the penetration test found them. */
export function createCarelessApp({ bookings, fraud, pay }) {
  const app = express();
  app.use(express.json());
  app.use((req, res, next) => {
    req.user = req.get('x-user'); // stands in for a verified session
    if (!req.user) return res.sendStatus(401);
    next();
  });

  app.get('/debug', (req, res) => res.json(process.env));

  app.get('/bookings/:id', (req, res) => {
    res.json(bookings.get(req.params.id));
  });

  app.get('/bookings/:id/ticket', (req, res) => {
    const { name, route } = bookings.get(req.params.id);
    res.send(`<h1>${name}</h1><p>${route}</p>`);
  });

  app.post('/bookings/:id/refund', async (req, res) => {
    const booking = bookings.get(req.params.id);
    await pay.refund(booking.id, req.body.amount);
    res.json(booking);
  });

  // #region confirm
  app.post('/bookings/:id/confirm', async (req, res) => {
    const booking = bookings.get(req.params.id);
    booking.status = 'confirmed';
    try {
      if ((await fraud(booking)) === 'block') booking.status = 'refused';
      await pay.charge(booking.id, booking.price);
      res.json(booking);
    } catch (error) {
      res.json({ ...booking, debug: error.message });
    }
  });
  // #endregion confirm

  return app;
}
