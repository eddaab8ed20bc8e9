import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import express from 'express';
import { plan } from '../src/app.js';
import { createCalls } from '../src/calls.js';
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
    assert.match(headers.get('content-type'), /problem\+json/);
    assert.ok(body.includes(plan.successor));
  }
});

test('each caller is counted, with its last call', async (t) => {
  const { call, flush, report } = await setUp(t);
  await Promise.all(
    Array.from({ length: 20 }, () => call('2026-08-31T22:00Z', 'insurer')),
  );
  await call('2026-09-20T08:00Z');
  await flush();
  await call('2026-08-31T23:00Z', 'insurer'); // into a row that exists
  await call('2026-12-31T22:00Z', 'insurer'); // refused, but counted
  const rows = await report(plan.endpoint, '2027-01-05', '13 months');
  assert.deepEqual(rows, [
    { client: 'insurer', calls: 22, 'last call': '2026-12-31' },
    { client: 'anonymous', calls: 1, 'last call': '2026-09-20' },
  ]);
});

test('without its table, the endpoint works, and no call is lost', async (t) => {
  const { call, db, flush, report } = await setUp(t);
  t.mock.method(console, 'error', () => {});
  await db.exec('ALTER TABLE deprecated_call RENAME TO away');
  for (let i = 0; i < 3; i++) {
    assert.equal((await call('2026-04-01T09:00Z', 'shop')).status, 200);
    await flush();
  }
  assert.equal(console.error.mock.callCount(), 3);
  await db.exec('ALTER TABLE away RENAME TO deprecated_call');
  const [row] = await report(plan.endpoint, '2026-04-02', '13 months');
  assert.equal(row.calls, 3);
});

test('a request waits for no statistics', async () => {
  const never = () => new Promise(() => {});
  const calls = await createCalls({ exec: async () => {}, query: never });
  calls.count('x', 'shop', new Date());
  assert.equal(calls.flush(), calls.flush()); // one write, and it hangs
  const clock = () => new Date('2026-04-01');
  let called = 0;
  const handle = deprecated(plan, { count: calls.count, clock });
  for (let i = 0; i < 100; i++)
    handle({}, { set() {}, append() {} }, () => called++);
  assert.equal(called, 100);
});

test('a caller without an identity is anonymous', async (t) => {
  const counted = [];
  const count = (endpoint, client) => counted.push(client);
  const server = express().use(deprecated(plan, { count })).listen(0);
  t.after(() => server.close());
  await once(server, 'listening');
  await fetch(`http://localhost:${server.address().port}`);
  assert.deepEqual(counted, ['anonymous']); // and not req.client, a socket
});

test('headers that were set before stay, and browsers may read them', () => {
  const res = Object.create(express.response);
  const headers = new Map();
  res.get = (name) => headers.get(name);
  res.set = (name, value) => headers.set(name, value);
  res.append('Link', '</v1/lookup?page=2>; rel="next"');
  res.append('Access-Control-Expose-Headers', 'X-Total');
  const clock = () => new Date('2026-04-01');
  deprecated(plan, { count() {}, clock })({}, res, () => {});
  assert.match(String(headers.get('Link')), /"next".*"deprecation"/);
  assert.equal(
    String(headers.get('Access-Control-Expose-Headers')),
    'X-Total,Deprecation, Sunset, Link',
  );
});

test('a wrong plan stops the start', () => {
  const make = (change) => () => deprecated({ ...plan, ...change }, {});
  assert.throws(make({ sunset: '2026-02-01' }), /before the deprecation/);
  assert.throws(make({ sunset: '30.11.2026' }), /not a date/);
  const brownouts = [{ from: '2026-10-02', to: '2026-10-01' }];
  assert.throws(make({ brownouts }), /before it begins/);
});
