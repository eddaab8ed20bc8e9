import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import { createApp, lisbonToday } from '../src/app.js';
import { createDatabase } from '../src/database.js';

let db, server, url;

before(async () => {
  db = await createDatabase();
  server = createApp(db, () => '2026-11-23').listen(0);
  await once(server, 'listening');
  url = `http://localhost:${server.address().port}/bookings`;
});

after(async () => {
  server.close();
  await db.close();
});

beforeEach(() => db.query('DELETE FROM booking'));

async function post(body, type = 'application/json') {
  const res = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: res.status, body: await res.json() };
}

// #region table
const good = {
  room: 11,
  name: "Sean O'Brien",
  guests: 2,
  arrival: '2027-02-26',
  departure: '2027-02-28',
};
const proto = JSON.stringify(good).replace('{', '{"__proto__": {"a": 1},');
const deep = '['.repeat(9_000) + ']'.repeat(9_000);

const cases = [
  [201, 'a booking', good],
  [201, 'a name with an emoji', { ...good, name: 'Mina 🐝' }],
  [201, 'a last name of one letter', { ...good, name: 'O' }],
  [201, '30 nights', { ...good, departure: '2027-03-28' }],
  [201, 'a stay that starts today', { ...good, ...days('23', '24') }],
  [400, 'half a body', '{"name": '],
  [413, '21 KB of spaces', ' '.repeat(21_000)],
  [415, 'a form', 'name=Mina', 'application/x-www-form-urlencoded'],
  [422, 'an array', [good]],
  [422, '9,000 nested arrays', deep],
  [422, 'nothing', {}],
  [422, 'an empty body', ''],
  [422, 'an unknown field', { ...good, status: 'paid' }],
  [422, '__proto__', proto],
  [422, 'an object as name', { ...good, name: { $ne: null } }],
  [422, 'a blank name', { ...good, name: ' \u00a0 ' }],
  [422, 'an invisible name', { ...good, name: '\u200b' }],
  [422, 'half of an emoji', { ...good, name: 'a\ud83d' }],
  [422, 'a long name', { ...good, name: 'x'.repeat(81) }],
  [422, 'a NUL character', { ...good, name: 'a\0b' }],
  [422, 'a line break', { ...good, name: 'a\nb' }],
  [422, 'a line separator', { ...good, name: 'a\u2028b' }],
  [422, 'a number as text', { ...good, guests: '2' }],
  [422, 'half a guest', { ...good, guests: 1.5 }],
  [422, 'no guests', { ...good, guests: 0 }],
  [422, '1e400 guests', JSON.stringify(good).replace(':2,', ':1e400,')],
  [422, 'a room that is too large for an int', { ...good, room: 3e9 }],
  [422, 'a room that does not exist', { ...good, room: 99 }],
  [422, 'February 30', { ...good, departure: '2027-02-30' }],
  [422, 'the year 0', { ...good, ...days('0000-01-01', '0000-01-02') }],
  [422, 'yesterday', { ...good, ...days('22', '24') }],
  [422, 'a stay that ends before it starts', { ...good, ...days('25', '24') }],
  [422, 'a stay of no night', { ...good, departure: good.arrival }],
  [422, 'a year too far', { ...good, ...days('2028-01-01', '2028-01-02') }],
  [422, '31 nights', { ...good, departure: '2027-03-29' }],
  [422, 'six wishes', { ...good, wishes: Array(6).fill('sea view') }],
  [422, 'a long wish', { ...good, wishes: ['x'.repeat(41)] }],
];
for (const [status, name, ...request] of cases) {
  test(`${status}: ${name}`, async () => {
    assert.equal((await post(...request)).status, status);
  });
}
// #endregion table

function days(...ends) {
  const [arrival, departure] = ends.map((day) =>
    day.length === 2 ? `2026-11-${day}` : day,
  );
  return { arrival, departure };
}

test('all wrong fields are named at once', async () => {
  const { body } = await post({ ...good, name: '', guests: 9, room: 'x' });
  const fields = body.errors.map(({ field }) => field);
  assert.deepEqual(fields.sort(), ['guests', 'name', 'room']);
});

test('the response has the price, and the wishes are stored', async () => {
  const { body } = await post({ ...good, wishes: ['sea view'] });
  assert.equal(body.cents, 18_000);
  const { rows } = await db.query('SELECT wishes FROM booking');
  assert.deepEqual(rows, [{ wishes: ['sea view'] }]);
});

test('today is the day at the hotel', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 6, 1, 23, 30) });
  assert.equal(lisbonToday(), '2026-07-02');
});

test('the name is stored in one form, whatever the keyboard sent', async () => {
  await post({ ...good, name: ' Jose\u0301 ' });
  const { rows } = await db.query('SELECT name FROM booking');
  assert.deepEqual(rows, [{ name: 'Jos\u00e9' }]);
});

/** Makes all requests wait before their first query until each has come. */
function atOnce(t, count, send) {
  const { promise: all, resolve } = Promise.withResolvers();
  const query = db.query.bind(db);
  let waiting = 0;
  t.mock.method(db, 'query', async (...args) => {
    if (++waiting === count) resolve();
    await all;
    return query(...args);
  });
  return Promise.all(Array.from({ length: count }, send));
}

// #region race
test('of ten bookings for the same nights at once, one succeeds', async (t) => {
  const all = await atOnce(t, 10, () => post(good));
  const statuses = all.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [201, ...Array(9).fill(409)]);
});

test('a script that bypasses the API cannot store nonsense', async () => {
  const insert = `INSERT INTO booking (room, name, guests, arrival, departure)
    VALUES (11, 'Mina Sato', 1, '2027-02-28', '2027-02-26')`;
  await assert.rejects(db.query(insert), { code: '23514' });
});
// #endregion race

test('a database that is down is a 500 that reveals nothing', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  t.mock.method(db, 'query', async () => {
    throw new Error('db 10.0.0.5 refused');
  });
  const { status, body } = await post(good);
  assert.equal(status, 500);
  assert.deepEqual(body, { title: 'Internal Server Error', status: 500 });
  assert.equal(log.mock.callCount(), 1);
});

test('one stay may begin on the day another ends', async () => {
  await post(good);
  const next = { arrival: '2027-02-28', departure: '2027-03-01' };
  assert.equal((await post({ ...good, ...next })).status, 201);
});
