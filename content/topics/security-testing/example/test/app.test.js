import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { openStore } from '../src/store.js';

const { createApp } = await import(process.env.SUBJECT ?? '../src/app.js');

function as(name) {
  const app = createApp(openStore());
  const auth = (req) => req.set('Authorization', `Bearer token-of-${name}`);
  return {
    get: (path) => auth(request(app).get(path)),
    post: (path, body) => auth(request(app).post(path)).send(body),
  };
}

// #region tests
test('another user gets the same 404 as for a rental that never was', async () => {
  const ben = as('ben');
  const foreign = await ben.get('/rentals/1');
  const missing = await ben.get('/rentals/999');
  assert.equal(foreign.status, 404);
  assert.deepEqual(foreign.body, missing.body);
});

test('a quote in the search is text', async () => {
  const union = "x%' UNION SELECT id, token FROM users --";
  const { status, body } = await as('ben')
    .get('/bikes')
    .query({ search: union });
  assert.equal(status, 200);
  assert.deepEqual(body, []);
});

for (const hours of [-2, 0, 25, 1.5, '2', null, undefined]) {
  test(`refuses to rent for ${hours} hours`, async () => {
    const rental = { bike_id: 1, hours };
    assert.equal((await as('ben').post('/rentals', rental)).status, 422);
  });
}
// #endregion tests

test('the ordinary cases still work', async () => {
  const ana = as('ana');
  assert.equal((await ana.get('/rentals/1')).body.price, 800);
  const bikes = (await ana.get('/bikes?search=CARGO&sort=name')).body;
  assert.deepEqual(bikes, [{ id: 2, name: 'Blue cargo bike' }]);
  assert.equal((await ana.get('/bikes?sort=name')).body[0].id, 2);
  assert.equal((await ana.get('/bikes?search=50%25')).body.length, 0);
  const ben = as('ben');
  const { status, body } = await ben.post('/rentals', { bike_id: 2, hours: 3 });
  assert.equal(status, 201);
  assert.equal(body.price, 1200);
  assert.equal((await ben.get(`/rentals/${body.id}`)).body.hours, 3);
});

test('no token, no data; and odd requests get a client error', async () => {
  const app = createApp(openStore());
  assert.equal((await request(app).get('/bikes')).status, 401);
  const bare = request(app).get('/bikes').set('Authorization', 'token-of-ana');
  assert.equal((await bare).status, 401);
  const ana = as('ana');
  const large = await ana.post('/rentals', { note: 'x'.repeat(11_000) });
  assert.equal(large.status, 413);
  assert.deepEqual(large.body, { error: 'bad request' });
  assert.equal((await ana.get('/bikes?search=a&search=b')).status, 422);
  assert.equal((await ana.get('/bikes?sort=name;--')).status, 422);
  assert.equal((await ana.post('/rentals')).status, 422);
  for (const bike_id of [99, '1', 'x', {}, 2 ** 60]) {
    const { status } = await ana.post('/rentals', { bike_id, hours: 2 });
    assert.equal(status, 422);
  }
});

test('responses have security headers and no X-Powered-By', async () => {
  const { headers } = await as('ana').get('/bikes');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['x-powered-by'], undefined);
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  const prepare = () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  const { status } = await request(createApp({ prepare })).get('/rentals/1');
  assert.equal(status, 500);
  assert.equal((await as('ana').get('/rentals/%')).status, 400);
});
