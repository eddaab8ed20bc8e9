import fastify from 'fastify';

const ROLLOVER = 100_000; // the counters have five digits
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function oldPortal(db) {
  const app = fastify();

  app.get('/meters/:meter/readings', ({ params }) => {
    const rows = db
      .prepare('SELECT DT, VAL FROM MTR_RD WHERE MTR = ? ORDER BY DT')
      .all(params.meter);
    const readings = rows.map(({ DT, VAL }, i) => {
      let used = i === 0 ? 0 : VAL - rows[i - 1].VAL;
      if (used < 0) used += ROLLOVER;
      const date = `${DT.slice(0, 4)}-${DT.slice(4, 6)}-${DT.slice(6)}`;
      return { date, kwh: VAL, used };
    });
    return {
      meter: params.meter,
      served_at: new Date().toISOString(),
      readings,
    };
  });

  app.put('/meters/:meter/readings/:date', ({ params, body }, reply) => {
    if (!DATE.test(params.date) || !Number.isInteger(body?.kwh))
      return reply.code(400).send();
    db.prepare(
      `INSERT INTO MTR_RD VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET VAL = excluded.VAL`,
    ).run(params.meter, params.date.replaceAll('-', ''), body.kwh);
    return reply.code(204).send();
  });

  app.get('/meters/:meter/contract', ({ params }) => ({
    meter: params.meter,
    tariff: 'night',
  }));

  return app;
}
