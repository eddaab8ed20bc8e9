import { once } from 'node:events';
import { createServer } from 'node:http';

// #region fake
/** Plays one response after the other, and repeats the last one. */
export async function startFakeProvider() {
  let script = [];
  const provider = { keys: [], checks: new Map(), script: (s) => (script = s) };
  const server = createServer((req, res) => {
    const key = req.headers['idempotency-key'];
    provider.keys.push(key);
    const next = script.length > 1 ? script.shift() : script[0];
    if (next.acts) provider.checks.set(key, true);
    if (next.hangs) return;
    const { status = 200, headers = {}, body = '' } = next;
    res.writeHead(status, headers);
    if (next.cut) return res.write('{"st', () => res.destroy());
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0);
  await once(server, 'listening');
  provider.url = `http://localhost:${server.address().port}`;
  provider.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return provider;
}
// #endregion fake

const good = {
  body: { state: 'ACTIVE', valid_to: '2031-04-30', points: 3 },
  acts: true,
};

// #region scenarios
export const scenarios = {
  'a good day': [good],
  'a short outage': [{ status: 503, body: '<h1>Sorry</h1>' }, good],
  'a lost response': [{ hangs: true, acts: true }, good],
  'a response cut off': [
    { cut: true, acts: true, headers: { 'content-length': 99 } },
    good,
  ],
  'asked to wait 1 s': [{ status: 429, headers: { 'retry-after': '1' } }, good],
  'asked to wait 1 h': [
    { status: 429, headers: { 'retry-after': '3600' } },
    good,
  ],
  'still at work': [
    { hangs: true, acts: true },
    { status: 409, body: { code: 'STILL_RUNNING' } },
    good,
  ],
  'another conflict': [{ status: 409, body: { code: 'CLOSED' } }, good],
  'down for long': [{ status: 502 }],
  'hangs for long': [{ hangs: true }],
  'no such license': [{ status: 404, body: { code: 'NO_SUCH_LICENCE' } }],
  'the path is gone': [{ status: 404, body: '<h1>Not found</h1>' }],
  'the key has expired': [{ status: 401, body: {} }, good],
  'a redirect': [{ status: 302, headers: { location: '/v3/checks' } }, good],
  'a field was renamed': [
    { body: { state: 'ACTIVE', validUntil: '2031-04-30' } },
  ],
  'not JSON': [{ body: '<h1>Maintenance</h1>' }],
};
// #endregion scenarios
