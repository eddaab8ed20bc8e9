import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../src/app.js';
import { deprecated } from '../src/deprecated.js';
import { start } from '../src/start.js';

async function setUp(t) {
  const api = await start();
  t.after(api.stop);
  return api;
}

test('until the end, only the headers change', async (t) => {
  const { call } = await setUp(t);
  const { status, headers, body } = await call('2026-04-01T09:00Z', 'shop');
  assert.equal(status, 200);
  assert.equal(body, '{"lat":51.05,"lon":3.72}');
  assert.equal(headers.get('deprecation'), '@1772323200');
  assert.equal(headers.get('sunset'), 'Mon, 30 Nov 2026 23:59:59 GMT');
  assert.match(
    headers.get('link'),
    /rel="deprecation".*rel="successor-version"/,
  );
  assert.equal(
    (await call('2026-04-01T09:00Z', 'shop', '/v2/places')).headers.get(
      'deprecation',
    ),
    null,
  );
});

test('it fails during a brownout and after the sunset, to the second', async (t) => {
  const { call } = await setUp(t);
  const expected = {
    '2026-09-30T08:59:59Z': 200,
    '2026-09-30T09:00:00Z': 410,
    '2026-10-01T08:59:59Z': 410,
    '2026-10-01T09:00:00Z': 200,
    '2026-11-30T23:59:58Z': 200,
    '2026-11-30T23:59:59Z': 410,
    '2031-01-01T00:00:00Z': 410,
  };
  for (const [time, want] of Object.entries(expected)) {
    const { status, headers, body } = await call(time, 'shop');
    assert.equal(status, want, time);
    if (status !== 410) continue;
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.ok(body.includes(plan.successor));
  }
});

test('each caller is counted, with its last call', async (t) => {
  const { call, report } = await setUp(t);
  await Promise.all(
    Array.from({ length: 20 }, () => call('2026-08-31T22:00Z', 'insurer')),
  );
  await call('2026-09-20T08:00Z');
  await call('2026-12-31T22:00Z', 'insurer'); // refused, but counted
  const rows = await report(plan.endpoint, '2027-01-05', '13 months');
  assert.deepEqual(rows, [
    { client: 'insurer', calls: 21, 'last call': '2026-12-31' },
    { client: 'anonymous', calls: 1, 'last call': '2026-09-20' },
  ]);
});

test('the endpoint works even if counting does not', async (t) => {
  const { call, db } = await setUp(t);
  await db.exec('DROP TABLE deprecated_call');
  t.mock.method(console, 'error', () => {});
  assert.equal((await call('2026-04-01T09:00Z', 'shop')).status, 200);
});

test('a slow count does not slow down the endpoint', async () => {
  const headers = {};
  const res = { set: (more) => Object.assign(headers, more) };
  const count = () => new Promise(() => {}); // never ends
  const clock = () => new Date('2026-04-01');
  let called = 0;
  deprecated(plan, { count, clock })({}, res, () => called++);
  assert.equal(called, 1);
});

test('a wrong plan stops the start', () => {
  const make = (change) => () => deprecated({ ...plan, ...change }, {});
  assert.throws(make({ sunset: '2026-02-01' }), /before the deprecation/);
  assert.throws(make({ sunset: '30.11.2026' }), /not a date/);
});
