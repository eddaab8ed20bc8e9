import express from 'express';
import { STATUS_CODES } from 'node:http';
import { nights, parseBooking } from './booking.js';

// #region app
export function createApp(db, todayAtHotel = lisbonToday) {
  const app = express();
  app.use(express.json({ limit: '20kb' }));

  app.post('/bookings', async (req, res) => {
    if (!req.is('json')) return sendProblem(res, 415);
    const { errors, value } = parseBooking(req.body, todayAtHotel());
    if (errors) return sendProblem(res, 422, errors);
    try {
      const { room, name, guests, arrival, departure, wishes } = value;
      const { rows } = await db.query(
        `WITH chosen AS (SELECT number FROM room WHERE number = $1 FOR UPDATE)
         INSERT INTO booking (room, name, guests, arrival, departure, wishes)
         SELECT number, $2, $3::int, $4::date, $5::date, $6::text[] FROM chosen
         RETURNING id::text, status`,
        [room, name, guests, arrival, departure, wishes],
      );
      if (rows.length === 0) {
        const message = 'There is no such room';
        return sendProblem(res, 422, [{ field: 'room', message }]);
      }
      const cents = guests * nights(arrival, departure) * 4_500;
      res.status(201).json({ ...rows[0], ...value, cents });
    } catch (error) {
      if (error.constraint === 'room_is_free') return sendProblem(res, 409);
      throw error;
    }
  });

  app.use((err, req, res, next) => {
    if (!err.expose) console.error(err);
    if (res.headersSent) return next(err);
    sendProblem(res, err.expose ? err.status : 500);
  });
  return app;
}
// #endregion app

function sendProblem(res, status, errors) {
  const problem = { title: STATUS_CODES[status], status, errors };
  res.status(status).type('application/problem+json');
  res.send(JSON.stringify(problem));
}

export function lisbonToday() {
  return new Date().toLocaleDateString('sv', { timeZone: 'Europe/Lisbon' });
}
