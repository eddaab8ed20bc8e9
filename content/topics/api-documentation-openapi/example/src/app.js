import express from 'express';
import {
  error as kinds,
  middleware as openapi,
} from 'express-openapi-validator';
import swaggerUi from 'swagger-ui-express';
import { readDocument } from './document.js';

// #region app
export function createApp() {
  const document = readDocument();
  const app = express();
  app.get('/openapi.json', (req, res) => res.json(document));
  app.use('/docs', swaggerUi.serve, swaggerUi.setup(document));

  app.use(express.json());
  app.use(
    openapi({
      apiSpec: document,
      validateRequests: true,
      validateSecurity: { handlers: { key: isKnownKey } },
    }),
  );
  addRoutes(app);
  app.use(sendProblem);
  return app;
}
// #endregion app

const isKnownKey = (req) => req.get('x-api-key') === 'demo';

function addRoutes(app) {
  const rooms = new Map([
    ['main', { freeSeats: 3, closesAt: '18:00' }],
    ['night', { freeSeats: 40, closesAt: null }],
  ]);
  let reservations = 0;

  app.get('/rooms/:id', (req, res) => {
    const { id } = req.params;
    const room = rooms.get(id);
    if (!room) throw problem(404, 'Closed today');
    res.json({ id, ...room });
  });

  app.post('/rooms/:id/reservations', (req, res) => {
    const { id } = req.params;
    const room = rooms.get(id);
    const { seats } = req.body;
    if (!room) throw problem(404, 'Closed today');
    if (seats > room.freeSeats) throw problem(409, 'Not enough free seats');
    room.freeSeats -= seats;
    reservations += 1;
    res.status(201).json({ id: reservations, room: id, seats });
  });
}

const problem = (status, title) =>
  Object.assign(new Error(title), { status, expose: true });

function sendProblem(error, req, res, next) {
  const isInvalid = Object.values(kinds).some((Kind) => error instanceof Kind);
  const status = error.expose || isInvalid ? error.status : 500;
  if (status >= 500) console.error(error.message);
  const title = status < 500 ? error.message : 'Internal error';
  res.status(status).type('application/problem+json').json({ title, status });
}
