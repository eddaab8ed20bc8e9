// The same service, as it ran on the old machine.
import express from 'express';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

const tickets = new Map();
const app = express();
app.get('/ready', (_req, res) => res.send('ready'));
app.post('/tickets', express.json(), (req, res) => {
  const ticket = { id: randomUUID(), ...req.body };
  tickets.set(ticket.id, ticket);
  appendFileSync('tickets.log', `sold ${ticket.id}\n`);
  res.status(201).json(ticket);
});
app.get('/tickets/:id', (req, res) =>
  res.json(tickets.get(req.params.id) ?? null),
);
app.listen(process.env.PORT ?? 3000, () => console.log('Server is running!'));
