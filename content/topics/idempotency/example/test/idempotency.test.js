import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createApp, startWash } from '../src/app.js';

let database;
let pool;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => {}); // when the server stops
  // Open the pool's connections, so that 20 requests really start at once.
  const waits = Array.from({ length: 10 }, () =>
    pool.query('SELECT pg_sleep(0.5)'),
  );
  await Promise.all(waits);
});
beforeEach(async (t) => {
  t.mock.method(console, 'error', () => {});
  await pool.query('TRUNCATE idempotency_key, wash, card RESTART IDENTITY');
  await pool.query(`INSERT INTO card VALUES ('ida', 1000), ('ben', 1000)`);
});
after(async () => {
  await pool.end();
  await database.stop();
});

async function state() {
  const washes = await pool.query('SELECT owner FROM wash ORDER BY id');
  const cards = await pool.query('SELECT owner, credit FROM card');
  return {
    washes: washes.rows.map(({ owner }) => owner).join(' '),
    credit: Object.fromEntries(cards.rows.map((c) => [c.owner, c.credit])),
  };
}

async function start(t, work) {
  const server = createApp(pool, { work }).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://localhost:${server.address().port}/washes`;
  return async (
    key,
    { body = '{"machine":3}', user = 'ida', query = '' } = {},
  ) => {
    const res = await fetch(url + query, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${user}`,
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
      body,
    });
    const replayed = res.headers.get('idempotent-replayed') === 'true';
    return { status: res.status, replayed, body: await res.json() };
  };
}

const key = 'k1-0123456789abcdef';
const otherKey = 'k2-0123456789abcdef';

test('twenty requests at once with one key start one wash', async (t) => {
  const post = await start(t);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(key)),
  );
  for (const { status, body } of answers) {
    assert.equal(status, 201);
    assert.deepEqual(body, { wash: 1, credit: 750 });
  }
  assert.equal(answers.filter(({ replayed }) => replayed).length, 19);
  assert.deepEqual(await state(), {
    washes: 'ida',
    credit: { ida: 750, ben: 1000 },
  });
});

test('a new key is a new wash, and another user has keys of their own', async (t) => {
  const post = await start(t);
  assert.equal((await post(key)).status, 201);
  assert.equal((await post(otherKey)).status, 201);
  const ben = await post(key, { user: 'ben' });
  assert.deepEqual(ben.body, { wash: 3, credit: 750 });
  assert.deepEqual((await post(key)).body, { wash: 1, credit: 750 }); // as then
  assert.deepEqual(await state(), {
    washes: 'ida ida ben',
    credit: { ida: 500, ben: 750 },
  });
});

test('a key is for one request only', async (t) => {
  const post = await start(t);
  await post(key);
  assert.equal((await post(key, { body: '{"machine":2}' })).status, 422);
  assert.equal((await post(key, { query: '?soap=1' })).status, 422);
  assert.equal((await post(key)).status, 201);
  assert.equal((await state()).washes, 'ida');
});

test('no key, a short key and invalid input do nothing and store nothing', async (t) => {
  const post = await start(t);
  assert.equal((await post()).status, 400);
  assert.equal((await post('1')).status, 400);
  assert.equal((await post(key, { body: '{"machine":9}' })).status, 400);
  assert.equal((await post(key, { body: '{' })).status, 400);
  assert.equal((await post(key)).status, 201);
});

// #region crash
test('a connection that dies before the commit leaves nothing', async (t) => {
  let crashes = 1;
  const post = await start(t, async (db, req) => {
    const answer = await startWash(db, req);
    if (crashes-- > 0)
      await db.query('SELECT pg_terminate_backend(pg_backend_pid())');
    return answer;
  });
  assert.equal((await post(key)).status, 500);
  assert.equal((await state()).credit.ida, 1000);

  const second = await post(key);
  assert.deepEqual(second.body, { wash: 2, credit: 750 });
  assert.equal(second.replayed, false);
});
// #endregion crash

// #region late
test('a refusal stays a refusal, even if a late duplicate could be paid', async (t) => {
  const post = await start(t);
  await pool.query(`UPDATE card SET credit = 100 WHERE owner = 'ida'`);
  assert.equal((await post(key)).status, 403);

  await pool.query(`UPDATE card SET credit = 1000 WHERE owner = 'ida'`);
  assert.equal((await post(key)).status, 403);
  assert.equal((await state()).washes, '');
  assert.equal((await post(otherKey)).status, 201);
});
// #endregion late

test('a duplicate waits two seconds for the first request, then gets a 409', async (t) => {
  let begin;
  const begun = new Promise((resolve) => (begin = resolve));
  const post = await start(t, async (db, req) => {
    begin();
    await sleep(2_500);
    return startWash(db, req);
  });
  const first = post(key);
  await begun;
  const [a, b] = [await post(key), await first];
  assert.deepEqual([a.status, b.status], [409, 201]);
  const again = await post(key);
  assert.deepEqual([again.status, again.replayed], [201, true]);
});

test('an error that work has swallowed is not reported as a success', async (t) => {
  const post = await start(t, async (db, req) => {
    const answer = await startWash(db, req);
    await db.query('SELECT 1/0').catch(() => {});
    return answer;
  });
  assert.equal((await post(key)).status, 500);
  assert.equal((await state()).credit.ida, 1000);
});

test('an error from elsewhere is a 500, whatever its status, and undoes the work', async (t) => {
  let failures = 1;
  const post = await start(t, async (db, req) => {
    const answer = await startWash(db, req);
    if (failures-- > 0)
      throw Object.assign(new Error('from another API'), { status: 404 });
    return answer;
  });
  assert.equal((await post(key)).status, 500);
  assert.equal((await state()).credit.ida, 1000);
  assert.deepEqual((await post(key)).body, { wash: 2, credit: 750 });
});
