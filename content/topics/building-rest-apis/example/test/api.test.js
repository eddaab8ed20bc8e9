import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp } from '../src/app.js';
import { createToken } from '../src/tokens.js';

let database, pool, server, url, tokens;
const logged = [];

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  tokens = {
    ana: await createToken(pool, 'ana'),
    bo: await createToken(pool, 'bo'),
  };
  const app = createApp(pool, { log: (line) => logged.push(line) });
  server = app.listen(0);
  await once(server, 'listening');
  url = `http://localhost:${server.address().port}`;
  // Open connections first, so that ten requests at once really meet.
  const open = Array.from({ length: 10 }, () => [
    pool.query('SELECT pg_sleep(0.5)'),
    call('ana', 'GET', '/inspections'),
  ]);
  await Promise.all(open.flat());
});

after(async () => {
  server.close();
  await pool.end();
  await database.stop();
});

beforeEach(() => pool.query('TRUNCATE inspection RESTART IDENTITY'));

// #region call
async function call(keeper, method, path, body) {
  const headers = { authorization: `Bearer ${tokens[keeper] ?? 'wrong'}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const res = await fetch(url + path, { method, headers, body: text });
  return { status: res.status, headers: res.headers, body: await res.json() };
}

const good = { hive: 'north-2', day: '2026-05-04', mites: 3 };

test('what you add is what you get, at the URL in Location', async () => {
  const added = await call('ana', 'POST', '/inspections', good);
  assert.equal(added.status, 201);
  assert.deepEqual(added.body, { id: '1', ...good });

  const path = added.headers.get('location');
  const found = await call('ana', 'GET', path);
  assert.deepEqual(found.body, added.body);
});

test("another keeper's inspection looks like a missing one", async () => {
  await call('ana', 'POST', '/inspections', good);
  const others = await call('bo', 'GET', '/inspections/1');
  const missing = await call('bo', 'GET', '/inspections/2');
  assert.equal(others.status, 404);
  assert.deepEqual(others.body, missing.body);
});

test('of ten equal requests at once, one adds a row', async () => {
  const requests = Array.from({ length: 10 }, () =>
    call('ana', 'POST', '/inspections', good),
  );
  const statuses = (await Promise.all(requests)).map(({ status }) => status);
  assert.deepEqual(statuses.sort(), [201, ...Array(9).fill(409)]);
});
// #endregion call

test('two keepers may each have a hive called north-2', async () => {
  for (const keeper of ['ana', 'bo']) {
    const added = await call(keeper, 'POST', '/inspections', good);
    assert.equal(added.status, 201);
  }
});

const wrong = [
  ['no object', []],
  ['missing fields', {}],
  ['a date that is none', { ...good, day: '2026-02-30' }],
  ['the year 0, which PostgreSQL refuses', { ...good, day: '0000-01-01' }],
  ['a day far away', { ...good, day: '9999-12-31' }],
  ['a number as text', { ...good, mites: '3' }],
  ['a number that JavaScript reads as Infinity', '{"mites": 1e400}'],
  ['a NUL character', { ...good, hive: 'a\0' }],
  ['an unknown field', { ...good, keeper: 'bo' }],
];
for (const [name, body] of wrong) {
  test(`422 for ${name}`, async () => {
    const { status, headers } = await call('ana', 'POST', '/inspections', body);
    assert.equal(status, 422);
    assert.match(headers.get('content-type'), /^application\/problem\+json/);
  });
}

test('all wrong fields are named at once', async () => {
  const body = { hive: '', day: 'soon', mites: -1 };
  const res = await call('ana', 'POST', '/inspections', body);
  const fields = res.body.errors.map(({ field }) => field);
  assert.deepEqual(fields, ['hive', 'day', 'mites']);
});

const refused = [
  [400, 'ana', 'POST', '/inspections', '{"hive": '],
  [401, 'nobody', 'GET', '/inspections/1'],
  [401, 'nobody', 'POST', '/inspections', '{"hive": '],
  [404, 'ana', 'GET', '/inspections/x'],
  [404, 'ana', 'GET', '/inspections/99999999999999999999'],
  [404, 'ana', 'GET', '/hives'],
  [400, 'ana', 'GET', '/inspections/%E0%A4%A'],
  [413, 'ana', 'POST', '/inspections', ' '.repeat(20_000)],
  [415, 'ana', 'POST', '/inspections'],
  [422, 'ana', 'GET', '/inspections?limit=0'],
  [422, 'ana', 'GET', '/inspections?limit=101'],
  [422, 'ana', 'GET', '/inspections?limit=0x10'],
  [422, 'ana', 'GET', '/inspections?before=x'],
];
for (const [status, ...request] of refused) {
  test(`${status} for ${request.join(' ').slice(0, 60)}`, async () => {
    const res = await call(...request);
    assert.equal(res.status, status);
    assert.equal(res.body.status, status);
    assert.equal(res.headers.has('www-authenticate'), status === 401);
  });
}

// #region list-test
test('pages contain each inspection once, newest first', async () => {
  for (const day of ['04', '11', '18', '25']) {
    const monday = { ...good, day: `2026-05-${day}` };
    await call('ana', 'POST', '/inspections', monday);
  }
  await call('ana', 'POST', '/inspections', { ...good, hive: 'south-1' });
  await call('bo', 'POST', '/inspections', good);

  const path = '/inspections?hive=north-2&limit=2';
  const first = await call('ana', 'GET', path);
  assert.deepEqual(
    first.body.items.map(({ id }) => id),
    ['4', '3'],
  );
  const rest = await call('ana', 'GET', `${path}&before=${first.body.next}`);
  assert.deepEqual(
    rest.body.items.map(({ id }) => id),
    ['2', '1'],
  );
  assert.equal(rest.body.next, null); // a full page, and the last
});
// #endregion list-test

test('a failure of the database is logged and not shown', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  await pool.query('ALTER TABLE inspection RENAME TO gone');
  try {
    const res = await call('ana', 'GET', '/inspections/1');
    assert.equal(res.status, 500);
    assert.doesNotMatch(JSON.stringify(res.body), /inspection/);
    const { request, error } = JSON.parse(log.mock.calls[0].arguments[0]);
    assert.match(error, /relation "inspection" does not exist/);
    assert.equal(request, res.headers.get('x-request-id'));
  } finally {
    await pool.query('ALTER TABLE gone RENAME TO inspection');
  }
});

test("another service's 404 is our 500", async (t) => {
  t.mock.method(console, 'error', () => {});
  t.mock.method(pool, 'query', async () => {
    throw Object.assign(new Error('no such station'), { status: 404 });
  });
  const res = await call('ana', 'GET', '/inspections/1');
  assert.equal(res.status, 500);
  assert.doesNotMatch(JSON.stringify(res.body), /station/);
});

test('the health check needs no token, and the database keeps none', async () => {
  assert.equal((await fetch(`${url}/health`)).status, 200);
  const { rows } = await pool.query('SELECT * FROM token');
  assert.ok(!JSON.stringify(rows).includes(tokens.ana));
});

test('the log names the keeper and holds no token', async () => {
  await call('ana', 'GET', '/inspections?hive=x');
  const line = logged.at(-1);
  const { method, path, keeper, status } = JSON.parse(line);
  assert.deepEqual(
    [method, path, keeper, status],
    ['GET', '/inspections', 'ana', 200],
  );
  assert.ok(!line.includes(tokens.ana));
});
