import express from 'express';

// #region naive
export function createNaiveApp(db) {
  const app = express();
  app.use(express.json());

  app.post('/bookings', async (req, res) => {
    const booking = { status: 'requested', ...req.body };
    const nights =
      (new Date(booking.departure) - new Date(booking.arrival)) / 86_400_000;
    booking.cents = booking.guests * nights * 4_500;
    await db.query(
      `INSERT INTO booking (room, name, guests, arrival, departure, status)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        booking.room,
        booking.name,
        booking.guests,
        booking.arrival,
        booking.departure,
        booking.status,
      ],
    );
    res.status(201).json(booking);
  });
  return app;
}
// #endregion naive
