import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { assign } from './berths.js';
import { Refused } from './refused.js';

// #region boundary
export function createHarbor(pilotsUrl, log = console.error) {
  return createServer(async (req, res) => {
    try {
      const ship = await readShip(req);
      const assigned = await assign(req.url.slice(1), ship, pilotsUrl);
      send(res, 201, assigned);
    } catch (error) {
      const isRefusal = error instanceof Refused;
      const status = isRefusal ? error.status : 500;
      if (status >= 500) log(error);
      const code = isRefusal ? error.code : 'internal';
      const message = isRefusal ? error.message : 'Something went wrong';
      send(res, status, { code, message });
    }
  });
}
// #endregion boundary

function send(res, status, body) {
  const text = JSON.stringify(body);
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(text);
}

// #region read
async function readShip(req) {
  const ship = await json(req).catch((cause) => {
    throw new Refused(400, 'bad_json', 'The body is not JSON', { cause });
  });
  const { name, length } = ship ?? {};
  if (typeof name !== 'string' || !Number.isFinite(length) || length <= 0) {
    throw new Refused(422, 'bad_ship', 'Send a name and a length');
  }
  return ship;
}
// #endregion read
