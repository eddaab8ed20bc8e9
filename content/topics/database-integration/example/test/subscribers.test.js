import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startDatabase } from '../dev/database.js';
import { naiveSubscribers } from '../src/naive.js';
import { createPool } from '../src/pool.js';
import { createSubscribers } from '../src/subscribers.js';

// #region setup
let database, pool, subscribers;

before(async () => {
  database = await startDatabase();
  pool = createPool(database.url);
  subscribers = createSubscribers(pool);
});

beforeEach(() => pool.query('TRUNCATE subscriber RESTART IDENTITY'));

after(async () => {
  await pool.end();
  await database.stop();
});
// #endregion setup

const ada = { email: 'ada@example.com', name: 'Ada' };

// #region tests
test('stores any name as it is', async () => {
  const name = "Pat O'Brien'); DELETE FROM subscriber; --";
  const { subscriber } = await subscribers.add({ ...ada, name });
  assert.deepEqual(await subscribers.find(subscriber.id), {
    ...ada,
    id: '1',
    name,
  });
});

test('of 20 sign-ups at once with one email, one succeeds', async () => {
  const signUps = Array.from({ length: 20 }, () => subscribers.add(ada));
  const results = await Promise.all(signUps);
  const taken = results.filter(({ problem }) => problem === 'email taken');
  assert.equal(taken.length, 19);
});
// #endregion tests

test('the naive search lets a name delete rows', async () => {
  await subscribers.add(ada);
  await naiveSubscribers(pool).findByName("'; DELETE FROM subscriber; --");
  assert.deepEqual(await subscribers.findByName('Ada'), []);
});

test('reports what is wrong with the values', async () => {
  const noAt = await subscribers.add({ ...ada, email: 'nonsense' });
  assert.equal(noAt.problem, 'invalid email');
  const long = await subscribers.add({ ...ada, email: `${'a'.repeat(254)}@x` });
  assert.equal(long.problem, 'invalid email');
  const nul = await subscribers.add({ ...ada, name: 'A\u0000' });
  assert.equal(nul.problem, 'invalid text');
});

test('tells the constraints apart', async (t) => {
  await pool.query('ALTER TABLE subscriber ADD CONSTRAINT one UNIQUE (name)');
  t.after(() => pool.query('ALTER TABLE subscriber DROP CONSTRAINT one'));
  await subscribers.add(ada);
  const sameName = subscribers.add({ ...ada, email: 'other@example.com' });
  await assert.rejects(sameName, { constraint: 'one' });

  await pool.query(
    "ALTER TABLE subscriber ADD CONSTRAINT named CHECK (name <> '')",
  );
  t.after(() => pool.query('ALTER TABLE subscriber DROP CONSTRAINT named'));
  const noName = subscribers.add({ email: 'no@example.com', name: '' });
  await assert.rejects(noName, { constraint: 'named' });
});

test('a slow statement ends', async () => {
  await assert.rejects(pool.query('SELECT pg_sleep(5.5)'), { code: '57014' });
});

test('the wait for a connection ends', { timeout: 20_000 }, async () => {
  const clients = [];
  for (let n = 0; n < 10; n++) clients.push(await pool.connect());
  try {
    await assert.rejects(pool.query('SELECT 1'), /timeout exceeded/);
  } finally {
    for (const client of clients) client.release();
  }
});

test('throws on errors that it does not know', async () => {
  await assert.rejects(subscribers.add({ ...ada, name: null }), {
    code: '23502',
  });
});

test('finds no one by an attack', async () => {
  await subscribers.add(ada);
  assert.deepEqual(await subscribers.findByName("' OR '1'='1"), []);
});

test('sorts only by known columns', async () => {
  await subscribers.add({ ...ada, email: 'bo@example.com' });
  await subscribers.add(ada);
  const { subscribers: sorted } = await subscribers.list('email');
  assert.deepEqual(
    sorted.map(({ email }) => email),
    ['ada@example.com', 'bo@example.com'],
  );
  const { subscribers: newest } = await subscribers.list('newest');
  assert.deepEqual(
    newest.map(({ id }) => id),
    ['2', '1'],
  );
  for (const sort of ['email; DROP TABLE subscriber', 'toString', undefined]) {
    assert.equal((await subscribers.list(sort)).problem, 'unknown sort');
  }
});
