import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { after, before, beforeEach, test } from 'node:test';
import { createHarbor } from '../src/server.js';

let pilots, harbor, url, onBooking;
const logged = [];

before(async () => {
  pilots = createServer((req, res) => onBooking(req, res));
  harbor = createHarbor(await listen(pilots), (error) => logged.push(error));
  url = await listen(harbor);
});

after(() => {
  harbor.close();
  pilots.close();
  pilots.closeAllConnections();
});

beforeEach(() => {
  onBooking = (req, res) => res.writeHead(201).end();
  logged.length = 0;
});

async function listen(server) {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}

async function post(berth, body) {
  const res = await fetch(`${url}/${berth}`, { method: 'POST', body });
  return { status: res.status, ...(await res.json()) };
}

// #region table
const tern = '{"name": "Tern", "length": 60}';
const refusals = [
  [400, 'bad_json', 'B2', '{"name": '],
  [404, 'unknown_berth', 'B7', tern],
  [422, 'bad_ship', 'B2', 'null'],
  [422, 'bad_ship', 'B2', '{"name": "Tern"}'],
  [422, 'bad_ship', 'B2', '{"name": "Tern", "length": -5}'],
  [422, 'too_long', 'B2', '{"name": "Skua", "length": 240}'],
];
for (const [status, code, berth, body] of refusals) {
  test(`${status} ${code} for ${body}, and no line of log`, async () => {
    const res = await post(berth, body);
    assert.deepEqual([res.status, res.code], [status, code]);
    assert.deepEqual(logged, []);
  });
}
// #endregion table

// #region failures
test('a broken connection to the pilots: 503, logged once', async () => {
  onBooking = (req) => req.socket.destroy();
  const { status, code } = await post('B2', tern);
  assert.deepEqual([status, code], [503, 'no_pilot']);
  assert.equal(logged.length, 1);
  assert.equal(logged[0].cause.message, 'fetch failed');
});

test('500 or 429 of the pilot service: 503, and the berth is free', async () => {
  for (const status of [500, 429]) {
    onBooking = (req, res) => res.writeHead(status).end();
    assert.equal((await post('B2', tern)).status, 503);
    const { cause } = logged.pop();
    assert.equal(cause.message, `the pilot service returned ${status}`);
  }
  onBooking = (req, res) => res.writeHead(201).end();
  assert.equal((await post('B2', tern)).status, 201);
});

test('the pilot service refuses our request: that is our bug', async () => {
  onBooking = (req, res) => res.writeHead(400).end();
  assert.equal((await post('B2', tern)).status, 500);
  assert.equal(logged[0].message, 'the pilot service returned 400');
});

test('a bug: 500, no details outside, the stack in the log', async () => {
  const res = await post('B9', tern);
  assert.deepEqual(res, {
    status: 500,
    code: 'internal',
    message: 'Something went wrong',
  });
  assert.match(logged[0].stack, /TypeError: .*toLowerCase.*\n.*berths\.js/);
  const again = await post('B9', tern);
  assert.equal(again.status, 500, 'the berth is free again');
});
// #endregion failures

test("a typo in the pilots' URL is our bug, not an outage", async (t) => {
  const broken = createHarbor('127.0.0.1:7000/pilots', (error) =>
    logged.push(error),
  );
  const address = await listen(broken);
  t.after(() => broken.close());
  const res = await fetch(`${address}/B2`, { method: 'POST', body: tern });
  assert.equal(res.status, 500);
});

test('a ship of exactly 180 m fits into a berth of 180 m, with a pilot', async () => {
  let booking;
  onBooking = async (req, res) => {
    booking = await json(req);
    res.writeHead(201).end();
  };
  const res = await post('B2', '{"name": "Skua", "length": 180}');
  assert.equal(res.status, 201);
  assert.deepEqual(booking, { station: 'north', ship: 'Skua' });
});

test('pilots who never respond: 503 after two seconds', async () => {
  onBooking = () => {};
  assert.equal((await post('B2', tern)).status, 503);
  assert.equal(logged[0].cause.name, 'TimeoutError');
});

test('of two ships at once, one gets the berth', async () => {
  onBooking = (req, res) => setTimeout(() => res.writeHead(201).end(), 50);
  const both = await Promise.all([post('B2', tern), post('B2', tern)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
});
