import { bookPilot } from './pilots.js';
import { Refused } from './refused.js';

const berths = new Map([
  ['B2', { length: 180, station: 'North' }],
  ['B9', { length: 220 }],
]);
const busy = new Set();

// #region assign
export async function assign(id, ship, pilotsUrl) {
  const berth = berths.get(id);
  if (!berth) throw new Refused(404, 'unknown_berth', `No berth ${id}`);
  if (ship.length > berth.length) {
    throw new Refused(422, 'too_long', `${id} takes ${berth.length} m`);
  }
  if (busy.has(id)) throw new Refused(409, 'busy', `${id} is being assigned`);

  busy.add(id);
  try {
    const station = berth.station.toLowerCase();
    await bookPilot(pilotsUrl, station, ship.name);
    return { berth: id, ship: ship.name };
  } finally {
    busy.delete(id);
  }
}
// #endregion assign
