import { createServer } from 'node:http';

/** POST /passes/:id/rides takes a ride; with Idempotency-Key, once for each ID. */
export function createService(rides) {
  return createServer((req, res) => {
    const pass = /^\/passes\/(\w+)\/rides$/.exec(req.url)?.[1];
    if (req.method !== 'POST' || !pass) {
      res.writeHead(404).end();
      return;
    }
    const id = req.headers['idempotency-key'];
    const result = id ? rides.takeRideOnce(id, pass) : rides.takeRide(pass);
    const outcome = result.status === 200 ? 'counted' : 'refused';
    res.writeHead(result.status).end(JSON.stringify({ ...result, outcome }));
  });
}
