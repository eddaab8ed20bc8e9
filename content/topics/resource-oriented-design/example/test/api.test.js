import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { Rentals } from '../src/rentals.js';

let database, pool, server, base;
before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  // A header instead of a session, for the tests only.
  const app = createApp(new Rentals(pool), (req) => req.headers['x-rider']);
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  server.close();
  await pool.end();
  await database.stop();
});
beforeEach(async () => {
  await pool.query('TRUNCATE bikes, rentals, returns');
  await pool.query('INSERT INTO bikes VALUES (7, 1), (8, 1)');
});

async function call(method, path, body, rider = 'ada') {
  const headers = { 'Content-Type': 'application/json' };
  if (rider) headers['X-Rider'] = rider;
  const res = await fetch(base + path, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
  return {
    status: res.status,
    location: res.headers.get('location'),
    body: await res.json(),
  };
}
const rent = (bike = 7, rider) =>
  call('POST', '/rentals', { bike: `/bikes/${bike}` }, rider);

// #region life
test('a ride from the rental to the receipt', async () => {
  const { status, location, body: rental } = await rent();
  assert.equal(status, 201);
  assert.equal(rental.status, 'active');
  assert.equal(rental.links.self, location);
  assert.deepEqual((await call('GET', location)).body, rental);
  assert.deepEqual((await call('GET', '/bikes/7/location')).body, {
    riding: true,
  });

  const given = await call('POST', rental.links.return, {
    station: '/stations/3',
  });
  assert.equal(given.status, 201);
  assert.equal(given.body.fee.cents, 115); // 1 euro and a begun minute

  const after = (await call('GET', location)).body;
  assert.equal(after.status, 'ended');
  assert.equal(after.links.return, undefined);
  assert.deepEqual((await call('GET', after.links.receipt)).body, given.body);
  assert.deepEqual((await call('GET', '/bikes/7/location')).body, {
    riding: false,
    station: '/stations/3',
  });
});
// #endregion life

// #region race
test('of ten returns at the same moment, one counts', async () => {
  const { body: rental } = await rent();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      call('POST', rental.links.return, { station: `/stations/${i + 1}` }),
    ),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array(9).fill(409)]);

  const won = answers.find(({ status }) => status === 201).body;
  const { body: location } = await call('GET', '/bikes/7/location');
  assert.equal(location.station, won.station);
});
// #endregion race

test('a bike is rented by one person at a time', async () => {
  const answers = await Promise.all(
    ['ada', 'bo', 'cy'].map((rider) => rent(7, rider)),
  );
  const statuses = answers.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, 409, 409]);
});

// #region owner
test("someone else's rental doesn't exist", async () => {
  const { location, body: rental } = await rent();
  for (const [method, path, body] of [
    ['GET', location],
    ['GET', rental.links.return],
    ['POST', rental.links.return, { station: '/stations/3' }],
  ]) {
    assert.equal((await call(method, path, body, 'eve')).status, 404);
    assert.equal((await call(method, path, body, null)).status, 401);
  }
  assert.deepEqual((await call('GET', '/rentals', undefined, 'eve')).body, {
    items: [],
  });
});
// #endregion owner

// #region filter
test('one list with a filter', async () => {
  const { body: first } = await rent(7);
  await call('POST', first.links.return, { station: '/stations/3' });
  const { body: second } = await rent(8);
  const ids = async (query) =>
    (await call('GET', `/rentals${query}`)).body.items.map(({ id }) => id);
  assert.deepEqual(await ids(''), [second.id, first.id]);
  assert.deepEqual(await ids('?status=active'), [second.id]);
  assert.deepEqual(await ids('?status=ended'), [first.id]);
  assert.equal((await call('GET', '/rentals?status=lost')).status, 400);
});
// #endregion filter

test('what makes no sense is refused', async () => {
  const { body: rental } = await rent();
  const cases = [
    ['POST', '/rentals', { bike: '/bikes/99' }, 422],
    ['POST', '/rentals', { bike: 7 }, 422],
    ['POST', '/rentals', undefined, 422],
    ['POST', rental.links.return, { station: 'here' }, 422],
    ['GET', rental.links.return, undefined, 404],
    ['GET', '/rentals/812', undefined, 404],
    ['GET', '/bikes/99/location', undefined, 404],
    ['GET', '/bikes/x/location', undefined, 404],
    ['GET', '/startRental', undefined, 404],
  ];
  for (const [method, path, body, status] of cases) {
    assert.equal((await call(method, path, body)).status, status, path);
  }
});
