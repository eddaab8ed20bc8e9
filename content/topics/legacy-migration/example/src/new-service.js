import fastify from 'fastify';
import { usage as finalUsage } from './usage.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function newService(db, { usage = finalUsage } = {}) {
  const app = fastify();

  app.get('/meters/:meter/readings', ({ params }, reply) => {
    const rows = db
      .prepare('SELECT date, kwh FROM reading WHERE meter = ? ORDER BY date')
      .all(params.meter);
    return usage(params.meter, rows, reply);
  });

  app.put('/meters/:meter/readings/:date', ({ params, body }, reply) => {
    if (!DATE.test(params.date) || !Number.isInteger(body?.kwh))
      return reply.code(400).send();
    db.prepare(
      `INSERT INTO reading VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET kwh = excluded.kwh`,
    ).run(params.meter, params.date, body.kwh);
    return reply.code(204).send();
  });

  return app;
}
