import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

// #region naive
const berths = new Map([
  ['B2', { length: 180, station: 'North' }],
  ['B9', { length: 220 }],
]);

async function assign(id, ship, pilotsUrl) {
  const berth = berths.get(id);
  if (berth.busy) throw new Error('Berth is busy');
  berth.busy = true;
  const station = berth.station.toLowerCase();
  try {
    const body = JSON.stringify({ station, ship: ship.name });
    await fetch(pilotsUrl, { method: 'POST', body });
  } catch {} // the pilot service sometimes hiccups
  berth.busy = false;
  return { berth: id, ship: ship.name };
}

export function createNaiveHarbor(pilotsUrl) {
  return createServer(async (req, res) => {
    try {
      const ship = await json(req);
      const assigned = await assign(req.url.slice(1), ship, pilotsUrl);
      res.writeHead(201).end(JSON.stringify(assigned));
    } catch (error) {
      res.writeHead(500).end(JSON.stringify({ error: error.message }));
    }
  });
}
// #endregion naive
