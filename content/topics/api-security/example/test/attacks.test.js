import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { generateKeyPair } from 'jose';
import { createApp } from '../src/app.js';
import { createDevices, open, publicKey, token } from './setup.js';

let app;
let api;
let devices;
let log;

beforeEach((t) => {
  log = [];
  t.mock.method(console, 'warn', (line) => log.push(JSON.parse(line)));
  devices = createDevices();
  app = createApp({ publicKey, devices, perUser: 10, perIp: 30 });
  api?.close();
  api = open(app);
});
after(() => api.close());

const base64 = (value) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = {
  iss: 'https://login.warm.example',
  sub: 'ana',
  aud: 'heating',
  exp: 4_000_000_000,
};
const stranger = await generateKeyPair('ES256');
const ana = await token('ana');
const neighbor = await token('user2');
const target20 = '{"target":20}';
const as = (bearer) => ({ bearer, body: target20 });
const sends = (body, headers) => ({ bearer: ana, body, headers });
const good = as(ana);

const unsigned = `${base64({ alg: 'none' })}.${base64(claims)}.`;
const shop = await token('ana', { aud: 'shop' });
const expired = await token('ana', { exp: 1_700_000_000 });
const evil = await token('ana', { iss: 'https://evil.example' });
const eternal = await token('ana', { exp: undefined });
const nameless = await token(undefined);
const noRole = await token('ana', { role: undefined });
const forged = await token('ana', { key: stranger.privateKey });
const support = await token('kim', { role: 'support' });
const big = `"${'x'.repeat(1e5)}"`;
const bomb = gzipSync(Buffer.alloc(1e7, 'x'));
const form = { 'content-type': 'application/x-www-form-urlencoded' };

// #region attacks
const attacks = {
  'PATCH /devices/:id': [
    ['the owner', 200, 'd1', good],
    ['no token', 401, 'd1', as()],
    ['a header of the gateway', 401, 'd1', { headers: { 'x-user-id': 'ana' } }],
    ['a token without a signature', 401, 'd1', as(unsigned)],
    ['a token for the shop', 401, 'd1', as(shop)],
    ['an expired token', 401, 'd1', as(expired)],
    ['a token that never expires', 401, 'd1', as(eternal)],
    ['a token without a subject', 401, 'd1', as(nameless)],
    ['another issuer', 401, 'd1', as(evil)],
    ["someone else's key", 401, 'd1', as(forged)],
    ['a token without a role', 403, 'd1', as(noRole)],
    ['support', 403, 'd1', as(support)],
    ["a neighbor's device", 404, 'd2', good],
    ["a neighbor's device, bad input", 404, 'd2', sends('{}')],
    ['a device called constructor', 404, 'constructor', good],
    ['taking ownership', 422, 'd1', sends('{"target":20,"owner":"eve"}')],
    ['freezing the pipes', 422, 'd1', sends('{"target":1}')],
    ['running up the bill', 422, 'd1', sends('{"target":40}')],
    ['a string', 422, 'd1', sends('{"target":"20"}')],
    ['100 kB of JSON', 413, 'd1', sends(big)],
    ['10 MB as 10 kB', 413, 'd1', sends(bomb, { 'content-encoding': 'gzip' })],
    ['a form', 415, 'd1', sends(target20, form)],
    ['broken JSON', 400, 'd1', sends('{"target":')],
    ['a bad % in the path', 400, '%', good],
  ],
  'GET /devices': [
    ['the owner', 200, '', { bearer: ana }],
    ['no token', 401, '', {}],
    ['support', 403, '', { bearer: support }],
  ],
  'DELETE /devices/:id': [
    ['support', 204, 'd1', { bearer: support }],
    ['no token', 401, 'd1', {}],
    ['a customer, on her own device', 403, 'd1', { bearer: ana }],
    ['a device that is not there', 404, 'd9', { bearer: support }],
  ],
};
// #endregion attacks

// #region run
for (const [route, lines] of Object.entries(attacks)) {
  const [method, path] = route.split(' ');
  for (const [name, expected, id, options] of lines) {
    test(`${route}: ${name}: ${expected}`, async () => {
      const url = path.replace(':id', id);
      const { status, body } = await api.send(method, url, options);
      assert.equal(status, expected, body);
      assert.doesNotMatch(body, /key-|owner|stack|node_modules/);
      if (status >= 400) assert.deepEqual(devices, createDevices());
    });
  }
}
// #endregion run

// #region inventory
test('every route has its lines and refuses the neighbor', async () => {
  const routes = app.router.stack
    .filter(({ route }) => route)
    .flatMap(({ route }) =>
      Object.keys(route.methods).map(
        (method) => `${method.toUpperCase()} ${route.path}`,
      ),
    );
  const open = ['GET /health'];
  assert.deepEqual(routes.sort(), [...open, ...Object.keys(attacks)].sort());
  for (const [route, lines] of Object.entries(attacks)) {
    const refusals = lines.map(([, status]) => status);
    assert.ok(refusals.includes(401) && refusals.includes(403), route);
    if (!route.includes(':')) continue;
    const [method, path] = route.split(' ');
    const options = method === 'GET' ? { bearer: ana } : good;
    const url = path.replace(/:\w+/, 'd2'); // not hers
    const before = structuredClone(devices);
    const { status } = await api.send(method, url, options);
    assert.ok(status === 403 || status === 404, `${route}: ${status}`);
    assert.deepEqual(devices, before);
    if (status === 403) continue;
    const own = await api.send(method, url, { ...options, bearer: neighbor });
    assert.ok(own.status < 300, `${route}: d2 isn't the neighbor's either`);
  }
});
// #endregion inventory

test('anyone may ask for the health, and learns nothing else', async () => {
  const { status, headers } = await api.send('GET', '/health');
  assert.equal(status, 204);
  assert.equal(headers.get('x-powered-by'), null);
});

test('the list contains only your own devices', async () => {
  const { body } = await api.send('GET', '/devices', { bearer: ana });
  assert.deepEqual(JSON.parse(body), [{ id: 'd1', room: 'hall', target: 21 }]);
});

test('the eleventh request in a minute waits, and other users do not', async () => {
  for (let n = 0; n < 10; n++) await api.send('PATCH', '/devices/d2', good);
  const { status, headers } = await api.send('PATCH', '/devices/d1', good);
  assert.equal(status, 429);
  assert.ok(Number(headers.get('retry-after')) > 0);
  const other = { bearer: await token('user2') };
  assert.equal((await api.send('GET', '/devices', other)).status, 200);
});

test('strangers are limited as well', async () => {
  for (let n = 0; n < 30; n++) await api.send('GET', '/devices');
  assert.equal((await api.send('GET', '/devices')).status, 429);
});

test('the log names the caller and the gate, and not the token', async () => {
  await api.send('PATCH', '/devices/d2', good);
  assert.match(log[0].ip, /127\.0\.0\.1|::1/);
  assert.deepEqual(log, [
    {
      refusedBy: 'not yours or not there',
      user: 'ana',
      ip: log[0].ip,
      method: 'PATCH',
      path: '/devices/d2',
    },
  ]);
});

test('an internal error tells nothing', async (t) => {
  t.mock.method(console, 'error', () => {});
  t.mock.method(devices, 'get', () => {
    const error = new Error('password of the database');
    throw Object.assign(error, { status: 404 }); // of another API, not ours
  });
  const { status, body } = await api.send('PATCH', '/devices/d1', good);
  assert.equal(status, 500);
  assert.equal(body, '{"error":"internal"}');
});
