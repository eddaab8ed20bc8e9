import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createCachedClient, start } from '../src/machines.js';
import { createRest } from '../src/rest.js';
import { createRpc } from '../src/rpc.js';

const stops = [];
after(() => stops.forEach((stop) => stop()));

async function setUp(create) {
  const levels = new Map([['ijmuiden', { station: 'ijmuiden', cm: 142 }]]);
  const { origin, seen, stop } = await start(create(levels));
  stops.push(stop);
  return { call: createCachedClient(origin), origin, seen };
}
const path = '/stations/ijmuiden/level';

// #region cache
test('a cache that knows only HTTP answers for the API', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const { call, seen } = await setUp(createRest);
  const first = await call('GET', path);
  for (let i = 0; i < 50; i++) assert.deepEqual(await call('GET', path), first);
  assert.equal(seen.requests, 1);

  t.mock.timers.tick(11_000); // the copy has expired, and is still right
  assert.deepEqual(await call('GET', path), first);
  assert.deepEqual(seen, { requests: 2, notModified: 1, errors: 0 });

  // The cache sees the change, and drops its copy.
  assert.equal((await call('PUT', path, { cm: 171 })).status, 204);
  assert.equal(JSON.parse((await call('GET', path)).body).cm, 171);
});

test('it cannot help the API with one POST', async () => {
  const { call, seen } = await setUp(createRpc);
  const body = { action: 'getLevel', station: 'ijmuiden' };
  await call('POST', '/api', body);
  await call('POST', '/api', body);
  assert.equal(seen.requests, 2);
  assert.equal(seen.notModified, 0);
});
// #endregion cache

test('status codes say what happened', async () => {
  const { call, origin, seen } = await setUp(createRest);
  assert.equal((await call('GET', '/stations/atlantis/level')).status, 404);
  assert.equal((await call('PUT', path, { cm: 'high' })).status, 422);
  assert.equal((await call('PUT', path)).status, 422);
  assert.equal((await call('DELETE', path)).status, 405);
  assert.equal(seen.errors, 4);
  const { headers } = await fetch(origin + path, { method: 'DELETE' });
  assert.equal(headers.get('allow'), 'GET, HEAD, PUT');

  const rpc = await setUp(createRpc);
  await rpc.call('POST', '/api', { action: 'getLevel', station: 'atlantis' });
  assert.equal(rpc.seen.errors, 0);
});
