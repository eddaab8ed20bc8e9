import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, beforeEach, test } from 'node:test';
import argon2 from 'argon2';
import express from 'express';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { createLimits } from '../src/limits.js';
import { logIn } from '../src/login.js';
import { networkOf } from '../src/network.js';
import { hashPassword, isRight, problemOf } from '../src/passwords.js';
import { resetPassword, sendReset } from '../src/reset.js';

const email = 'mara@example.com';
const password = 'tin kettle on a blue stove';
const fresh = 'nineteen wet umbrellas';
const network = '192.0.2.7';
const elsewhere = '198.51.100.4';
const isLeaked = async (text) => text === 'correct horse battery staple';
let database;
let pool;
let limits;
let hash;
let outdated;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => {}); // when the server stops
  limits = createLimits(pool);
  hash = await hashPassword(password);
  outdated = await argon2.hash(password, { memoryCost: 7168, timeCost: 2 });
});
beforeEach(async () => {
  await pool.query('TRUNCATE accounts, limits, reset_tokens, sessions');
  await pool.query(
    'INSERT INTO accounts (email, password_hash) VALUES ($1, $2)',
    [email, hash],
  );
});
after(async () => {
  await pool.end();
  await database.stop();
});

const count = async (table) =>
  (await pool.query(`SELECT FROM ${table}`)).rowCount;
const storedHash = async () =>
  (await pool.query('SELECT password_hash FROM accounts')).rows[0]
    .password_hash;
const storeOutdated = () =>
  pool.query('UPDATE accounts SET password_hash = $1', [outdated]);
const attempt = (changes) =>
  logIn({ db: pool, limits }, { email, password, network, ...changes });
const wrong = { password: 'tin kettle on a red stove' };

async function askForReset(address = email) {
  const mails = [];
  const sendMail = async (to, text) => mails.push({ to, text });
  await sendReset({ db: pool, sendMail }, address);
  assert.deepEqual(
    mails.map(({ to }) => to),
    [address.trim().toLowerCase()],
  );
  return mails[0].text.split('#')[1];
}
const reset = (token, changes) =>
  resetPassword(
    { db: pool, limits, isLeaked },
    { token, password: fresh, network, ...changes },
  );

test('the right password starts a session', async () => {
  assert.equal((await attempt()).status, 200);
  assert.equal((await attempt({ email: ' Mara@Example.com ' })).status, 200);
  assert.equal(await count('sessions'), 2);
  assert.equal(await storedHash(), hash); // it's up to date, so it stays
});

test('a user can log in more often than the limits allow failures', async () => {
  for (let n = 0; n < 6; n++) assert.equal((await attempt()).status, 200);
});

test('an accent typed in another way is the same password', async () => {
  const typed = 'a café on a blue street';
  const composed = await hashPassword(typed.normalize('NFC'));
  assert.equal(await isRight(composed, typed.normalize('NFD')), true);
});

test('a session is stored as a hash', async () => {
  const { session } = await attempt();
  const { rows } = await pool.query('SELECT * FROM sessions');
  assert.ok(session);
  assert.ok(!JSON.stringify(rows).includes(session));
});

// #region same
test('a wrong password and an unknown account look the same', async (t) => {
  const verify = t.mock.method(argon2, 'verify');
  const known = await attempt(wrong);
  const unknown = await attempt({ email: 'bo@example.com' });
  assert.deepEqual(known, unknown);
  assert.equal(verify.mock.callCount(), 2);
});

test('a refusal takes 250 ms, also if the stored hash is a cheaper one', async () => {
  const timed = async (changes) => {
    const start = performance.now();
    assert.equal((await attempt(changes)).status, 401);
    return performance.now() - start;
  };
  await storeOutdated();
  assert.ok((await timed(wrong)) > 245);
  assert.ok((await timed({ email: 'bo@example.com' })) > 245);
});
// #endregion same

// #region throttle
test('one network gets five wrong passwords, another one still gets in', async () => {
  for (let failure = 0; failure < 5; failure++) {
    assert.equal((await attempt(wrong)).status, 401);
  }
  assert.equal((await attempt()).status, 429);
  assert.equal((await attempt({ network: elsewhere })).status, 200);
});

test('of twenty attempts at the same moment, five are made', async () => {
  const all = Array.from({ length: 20 }, () => attempt(wrong));
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 401).length, 5);
});
// #endregion throttle

test('many networks together get 50 attempts at one account', async () => {
  for (let n = 0; n < 50; n++) {
    assert.equal(await limits.begin(email, `10.0.0.${n}`), true);
  }
  assert.equal(await limits.begin(email, elsewhere), false);
  assert.equal(await limits.begin('bo@example.com', elsewhere), true);
});

test('one network gets 100 attempts at all accounts together', async () => {
  for (let n = 0; n < 100; n++) {
    assert.equal(await limits.begin(`user${n}@example.com`, network), true);
  }
  assert.equal(await limits.begin(email, network), false);
  assert.equal(await limits.begin(email, elsewhere), true);
});

test('one network alone cannot use up the attempts at an account', async () => {
  for (let n = 0; n < 200; n++) await limits.begin(email, network);
  assert.equal(await limits.begin(email, elsewhere), true);
});

test('successful logins do not use up any limit', async () => {
  for (let n = 0; n < 120; n++) {
    assert.equal(await limits.begin(email, network), true);
    await limits.succeed(email, network);
  }
});

test('after a quarter of an hour, the limits start again', async () => {
  for (let n = 0; n < 6; n++) await limits.begin(email, network);
  const quarter = 15 * 60_000;
  await pool.query('UPDATE limits SET expire = expire - $1', [quarter - 5000]);
  assert.equal(await limits.begin(email, network), false);
  await pool.query('UPDATE limits SET expire = expire - 5000');
  assert.equal(await limits.begin(email, network), true);
});

test('if the limits cannot be read, no attempt is made', async () => {
  const unreachable = new pg.Pool({ host: '127.0.0.1', port: 1 });
  const { begin } = createLimits(unreachable);
  await assert.rejects(begin(email, network), { code: 'ECONNREFUSED' });
});

// #region network
test('behind a proxy, each client is a network, and cannot choose another', async (t) => {
  const app = express();
  app.set('trust proxy', 1); // one proxy of our own
  app.get('/', (req, res) => res.json(networkOf(req)));
  const server = app.listen(0);
  await once(server, 'listening');
  t.after(() => server.close());

  const seen = async (forwarded) => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    const headers = { 'x-forwarded-for': forwarded };
    return (await fetch(url, { headers })).json();
  };
  assert.equal(await seen('192.0.2.7'), '192.0.2.7');
  assert.equal(await seen('192.0.2.8'), '192.0.2.8');
  assert.equal(await seen('10.0.0.1, 192.0.2.7'), '192.0.2.7');
  assert.equal(await seen('::ffff:192.0.2.7'), '192.0.2.7');
  assert.equal(
    await seen('2001:db8:1:2:ffff::4'),
    await seen('2001:db8:1:ff::5'),
  );
  assert.notEqual(await seen('2001:db8:1:2::5'), await seen('2001:db8:2:2::5'));
});
// #endregion network

test('an outdated hash is replaced at the next login', async () => {
  await storeOutdated();
  assert.equal((await attempt()).status, 200);
  assert.match(await storedHash(), /^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  assert.equal((await attempt()).status, 200);
});

test('two logins that replace the same hash both succeed', async () => {
  await storeOutdated();
  const results = await Promise.all([attempt(), attempt()]);
  assert.deepEqual(
    results.map(({ status }) => status),
    [200, 200],
  );
});

test('a new password is long enough, not too long, and not leaked', async () => {
  const problem = (text) => problemOf(text, { isLeaked });
  assert.match(await problem('x'.repeat(14)), /at least 15/);
  assert.equal(await problem('x'.repeat(15)), undefined);
  assert.match(await problem('😀'.repeat(14)), /at least 15/);
  assert.equal(await problem('x'.repeat(200)), undefined);
  assert.match(await problem('x'.repeat(201)), /at most 200/);
  assert.match(await problem('correct horse battery staple'), /leaked/);
});

// #region race
for (const state of ['current', 'outdated']) {
  test(`a login doesn't survive a reset, with a hash that is ${state}`, async (t) => {
    if (state === 'outdated') await storeOutdated();
    const token = await askForReset();
    const { verify } = argon2;
    t.mock.method(argon2, 'verify', async (...args) => {
      const matches = await verify(...args);
      t.mock.restoreAll();
      assert.equal((await reset(token)).status, 204); // right after the check
      return matches;
    });
    assert.equal((await attempt()).status, 401);
    assert.equal(await count('sessions'), 0);
    assert.equal((await attempt()).status, 401);
    assert.equal((await attempt({ password: fresh })).status, 200);
  });
}
// #endregion race

test('a session that starts while a reset commits is refused', async () => {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query(
    'UPDATE accounts SET password_version = password_version + 1',
  );
  await client.query('DELETE FROM sessions');
  const login = attempt();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await client.query('COMMIT');
  client.release();
  assert.equal((await login).status, 401);
  assert.equal(await count('sessions'), 0);
});

// #region reset
test('a reset token works once, even if it is sent twenty times at once', async (t) => {
  const { session } = await attempt();
  assert.ok(session);
  const token = await askForReset();
  const hashing = t.mock.method(argon2, 'hash');
  const all = Array.from({ length: 20 }, () => reset(token));
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 204).length, 1);
  assert.equal(statuses.filter((status) => status === 410).length, 19);
  assert.equal(hashing.mock.callCount(), 1);
  assert.equal(await count('sessions'), 0); // everyone is logged out
  assert.equal((await attempt()).status, 401);
  assert.equal((await attempt({ password: fresh })).status, 200);
});
// #endregion reset

test('without a token, nothing is hashed or looked up', async (t) => {
  const hashing = t.mock.method(argon2, 'hash');
  const lookUp = t.mock.fn(isLeaked);
  const result = await resetPassword(
    { db: pool, limits, isLeaked: lookUp },
    { token: 'guessed', password: fresh, network },
  );
  assert.equal(result.status, 410);
  assert.equal(hashing.mock.callCount() + lookUp.mock.callCount(), 0);
});

test('a password that is refused leaves the link usable', async () => {
  const token = await askForReset();
  const { status, error } = await reset(token, { password: 'short' });
  assert.equal(status, 422);
  assert.match(error, /at least 15/);
  assert.equal((await reset(token)).status, 204);
});

test('a reset ends the other reset links, and a new one works', async () => {
  const [first, second] = [await askForReset(), await askForReset()];
  assert.equal((await reset(second)).status, 204);
  assert.equal((await reset(first)).status, 410);
  assert.equal((await reset(await askForReset())).status, 204);
});

test('a reset changes no other account', async () => {
  await pool.query(
    `INSERT INTO accounts (email, password_hash) VALUES ('bo@example.com', $1)`,
    [hash],
  );
  const other = await askForReset('bo@example.com');
  assert.equal((await attempt({ email: 'bo@example.com' })).status, 200);
  await reset(await askForReset());
  assert.equal(await count('sessions'), 1);
  assert.equal((await attempt({ email: 'bo@example.com' })).status, 200);
  assert.equal((await reset(other)).status, 204);
});

test('after five failures and a reset, the owner gets in', async () => {
  for (let n = 0; n < 6; n++) await limits.begin(email, network);
  assert.equal((await reset(await askForReset())).status, 204);
  assert.equal((await attempt({ password: fresh })).status, 200);
});

test('a reset token works for 20 minutes, and is not in the database', async () => {
  const age = (seconds) =>
    pool.query(
      `UPDATE reset_tokens SET expires_at = expires_at - $1 * interval '1 s'`,
      [seconds],
    );
  const token = await askForReset(' Mara@Example.com ');
  const { rows } = await pool.query('SELECT * FROM reset_tokens');
  assert.ok(!JSON.stringify(rows).includes(token));
  await age(20 * 60 - 10);
  assert.equal((await reset(token, { password: 'short' })).status, 422);
  await age(10);
  assert.equal((await reset(token)).status, 410);
});

test('an unknown address gets a mail without a link', async () => {
  assert.equal(await askForReset('bo@example.com'), undefined);
  assert.equal(await count('reset_tokens'), 0);
});
