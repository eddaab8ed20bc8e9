import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { fill, startDatabase } from '../dev/database.js';
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
  // Open connections first, so that ten requests at once really meet.
  const open = Array.from({ length: 10 }, () => [
    pool.query('SELECT pg_sleep(0.5)'),
    call('GET', '/rentals'),
  ]);
  await Promise.all(open.flat());
});
after(async () => {
  server.close();
  await pool.end();
  await database.stop();
});
beforeEach(() => fill(pool));

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
const giveBack = (rental, station = 3, rider) =>
  call(
    'POST',
    `${rental.links.self}/return`,
    { station: `/stations/${station}` },
    rider,
  );

test('another method of a known URL is a 405 and names what is allowed', async () => {
  const { body: rental } = await rent();
  const { self } = rental.links;
  for (const [method, path, allow] of [
    ['DELETE', '/rentals', 'GET, HEAD, POST'],
    ['PUT', self, 'GET, HEAD'],
    ['DELETE', `${self}/return`, 'GET, HEAD, POST'],
    ['POST', '/bikes/7', 'GET, HEAD'],
    ['DELETE', '/bikes/7/location', 'GET, HEAD'],
    ['DELETE', '/stations/3', 'GET, HEAD'],
  ]) {
    const headers = { 'X-Rider': 'ada' };
    const res = await fetch(base + path, { method, headers });
    assert.deepEqual([res.status, res.headers.get('allow')], [405, allow]);
  }
  assert.equal((await call('DELETE', '/nothing')).status, 404);
  assert.equal((await call('DELETE', '/rentals/9')).status, 404);
});

test('the receipt has one URL, and only the rider may cache it', async () => {
  const { body: rental } = await rent();
  const url = `${base}${rental.links.self}/RETURN/?x=1`;
  const res = await fetch(url.replace('/rentals/', '/Rentals/'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Rider': 'ada' },
    body: '{"station": "/stations/3"}',
  });
  assert.equal(res.headers.get('location'), rental.actions.return);
  assert.equal(res.headers.get('cache-control'), 'private, no-cache');
});

test('a ride from the rental to the receipt', async () => {
  const { status, location, body: rental } = await rent();
  assert.equal(status, 201);
  assert.equal(rental.status, 'active');
  assert.equal(rental.links.self, location);
  assert.deepEqual((await call('GET', location)).body, rental);
  assert.deepEqual((await call('GET', '/bikes/7/location')).body, {
    riding: true,
  });

  const given = await call('POST', rental.actions.return, {
    station: '/stations/3',
  });
  assert.equal(given.status, 201);
  assert.equal(given.location, rental.actions.return);
  assert.equal(given.body.fee.cents, 115); // 1 euro and a begun minute

  const after = (await call('GET', location)).body;
  assert.equal(after.status, 'ended');
  assert.equal(after.actions, undefined);
  assert.deepEqual((await call('GET', after.links.receipt)).body, given.body);
  assert.deepEqual((await call('GET', '/bikes/7/location')).body, {
    riding: false,
    station: '/stations/3',
  });
});

test('a bike is where its latest ride ended', async () => {
  for (const station of [3, 5]) {
    await giveBack((await rent()).body, station);
    const { body } = await call('GET', '/bikes/7/location');
    assert.equal(body.station, `/stations/${station}`);
  }
});

// #region repeated
test('a repeated request gets the same rental and the same return', async () => {
  const [rented, again] = [await rent(), await rent()];
  assert.deepEqual([rented.status, again.status], [201, 200]);
  assert.deepEqual(again.body, rented.body);

  const given = await giveBack(rented.body);
  const repeated = await giveBack(rented.body);
  assert.deepEqual([given.status, repeated.status], [201, 200]);
  assert.deepEqual(repeated.body, given.body);
});
// #endregion repeated

// #region race
test('of ten returns at the same moment, one counts', async () => {
  const { body: rental } = await rent();
  const stations = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const responses = await Promise.all(
    stations.map((station) => giveBack(rental, station)),
  );
  const statuses = responses.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array(9).fill(409)]);

  const won = responses.find(({ status }) => status === 201).body;
  const { body: receipt } = await call('GET', `${rental.links.self}/return`);
  assert.deepEqual(receipt, won);
});
// #endregion race

test('ten identical requests at the same moment start one rental', async () => {
  const responses = await Promise.all(Array.from({ length: 10 }, () => rent()));
  const statuses = responses.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [...Array(9).fill(200), 201]);
  assert.equal(new Set(responses.map(({ body }) => body.links.self)).size, 1);
});

test('a bike is rented by one person at a time', async () => {
  const responses = await Promise.all(
    ['ada', 'bo', 'cy'].map((rider) => rent(7, rider)),
  );
  const statuses = responses.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, 409, 409]);
});

test('a rider who has returned the bike gets a conflict, too', async () => {
  await giveBack((await rent(7, 'ada')).body, 3, 'ada');
  await rent(7, 'bo');
  assert.equal((await rent(7, 'ada')).status, 409);
});

// #region links
test('every URL in a response leads somewhere', async () => {
  await giveBack((await rent(7)).body);
  await rent(8);
  const seen = new Set(['/rentals']);
  for (const url of seen) {
    const { status, body } = await call('GET', url);
    assert.equal(status, 200, url);
    JSON.stringify(body, (key, value) => {
      if (key === 'actions') return undefined;
      if (/^\//.test(value)) seen.add(value);
      return value;
    });
  }
  assert.ok(seen.has('/bikes/8/location') && seen.has('/stations/3'));
});
// #endregion links

test("someone else's rental doesn't exist", async () => {
  const { location, body: rental } = await rent();
  for (const [method, path, body] of [
    ['GET', location],
    ['GET', rental.actions.return],
    ['POST', rental.actions.return, { station: '/stations/3' }],
  ]) {
    assert.equal((await call(method, path, body, 'eve')).status, 404);
    assert.equal((await call(method, path, body, null)).status, 401);
  }
  assert.deepEqual((await call('GET', '/rentals', undefined, 'eve')).body, {
    items: [],
  });
});

test('one list with a filter', async () => {
  const { body: first } = await rent(7);
  await giveBack(first);
  const { body: second } = await rent(8);
  const urls = async (query) =>
    (await call('GET', `/rentals${query}`)).body.items.map(
      ({ links }) => links.self,
    );
  assert.deepEqual(await urls(''), [second.links.self, first.links.self]);
  assert.deepEqual(await urls('?status=active'), [second.links.self]);
  assert.deepEqual(await urls('?status=ended'), [first.links.self]);
  assert.equal((await call('GET', '/rentals?status=lost')).status, 400);
});

test('rejects what makes no sense', async () => {
  const { body: rental } = await rent();
  const back = rental.actions.return;
  const cases = [
    ['POST', '/rentals', { bike: '/bikes/99' }, 422],
    ['POST', '/rentals', { bike: '/bikes/7/location' }, 422],
    ['POST', '/rentals', { bike: ['/bikes/7'] }, 422],
    ['POST', '/rentals', { bike: 7 }, 422],
    ['POST', '/rentals', undefined, 422],
    ['POST', back, { station: 'here' }, 422],
    ['POST', back, { station: '/stations/99' }, 422],
    ['GET', back, undefined, 404],
    ['GET', '/rentals/812', undefined, 404],
    ['GET', '/bikes/99', undefined, 404],
    ['GET', '/bikes/x/location', undefined, 404],
    ['GET', '/stations/99', undefined, 404],
    ['GET', '/startRental', undefined, 404],
  ];
  for (const [method, path, body, status] of cases) {
    const response = await call(method, path, body);
    assert.equal(response.status, status, `${path} ${JSON.stringify(body)}`);
  }
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  const findBike = async () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  const failing = createApp({ findBike }, () => 'ada').listen(0, '127.0.0.1');
  await once(failing, 'listening');
  t.after(() => failing.close());
  const url = `http://127.0.0.1:${failing.address().port}/bikes`;
  const res = await fetch(`${url}/7`);
  assert.equal(res.status, 500);
  assert.doesNotMatch(await res.text(), /another API/);
  assert.equal((await fetch(`${url}/%`)).status, 400);
});
