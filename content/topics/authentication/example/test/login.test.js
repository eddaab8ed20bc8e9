import assert from 'node:assert/strict';
import argon2 from 'argon2';
import { after, before, beforeEach, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import { startDatabase } from '../dev/database.js';
import { checkCode, logIn } from '../src/login.js';
import { hashPassword, problemOf } from '../src/passwords.js';
import { resetPassword, sendReset } from '../src/reset.js';

const email = 'mara@example.com';
const password = 'tin kettle on a blue stove';
const network = '192.0.2.7';
const secret = new Secret({ size: 20 });
const totp = new TOTP({ secret });
let database;
let pool;
let hash;

before(async () => {
  database = await startDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  hash = await hashPassword(password);
});
beforeEach(async () => {
  await pool.query('TRUNCATE accounts, attempts, tickets, sessions');
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
  (await pool.query(`SELECT count(*)::int FROM ${table}`)).rows[0].count;
const attempt = (changes) =>
  logIn(pool, { email, password, network, ...changes });
const wrong = { password: 'tin kettle on a red stove' };

test('the right password starts a session', async () => {
  assert.equal((await attempt()).status, 200);
  assert.equal((await attempt({ email: ' Mara@Example.com ' })).status, 200);
  assert.equal(await count('sessions'), 2);
});

// #region same
test('a wrong password and an unknown account look the same', async (t) => {
  const verify = t.mock.method(argon2, 'verify');
  const known = await attempt(wrong);
  const unknown = await attempt({ email: 'bo@example.com' });
  assert.deepEqual(known, unknown);
  assert.equal(verify.mock.callCount(), 2); // the same work, too
});
// #endregion same

// #region throttle
test('after five failures, one network can try no more passwords', async () => {
  for (let failure = 0; failure < 5; failure++) await attempt(wrong);
  assert.equal((await attempt()).status, 429);
  // The owner, in another network, isn't locked out.
  assert.equal((await attempt({ network: '198.51.100.4' })).status, 200);
});

test('of twenty attempts at the same moment, at most five are made', async () => {
  const all = Array.from({ length: 20 }, () => attempt(wrong));
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  assert.ok(statuses.filter((status) => status === 401).length <= 5);
});

test('many networks together get 50 attempts at one account', async () => {
  const failures = Array.from({ length: 50 }, (_, n) => ({
    ...wrong,
    network: `10.0.0.${n}`,
  }));
  for (const failure of failures) await attempt(failure);
  assert.equal((await attempt({ network: '198.51.100.4' })).status, 429);
});

test('one network gets 100 attempts at all accounts together', async () => {
  for (let n = 0; n < 100; n++) {
    await attempt({ ...wrong, email: `user${n}@example.com` });
  }
  assert.equal((await attempt()).status, 429);
});
// #endregion throttle

test('an old hash is replaced at the next login', async () => {
  const old = await argon2.hash(password, { memoryCost: 7168, timeCost: 2 });
  await pool.query('UPDATE accounts SET password_hash = $1', [old]);
  assert.equal((await attempt()).status, 200);
  const { rows } = await pool.query('SELECT password_hash FROM accounts');
  assert.match(rows[0].password_hash, /^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  assert.equal((await attempt()).status, 200);
});

test('new passwords are long, and not on the list', () => {
  const isLeaked = (text) => text === 'correct horse battery staple';
  const problem = (text) => problemOf(text, { isLeaked });
  assert.match(problem('short'), /at least 15/);
  assert.match(problem('x'.repeat(201)), /at most 200/);
  assert.match(problem('correct horse battery staple'), /leaked/);
  assert.equal(problem(password), undefined);
});

const useTotp = () =>
  pool.query('UPDATE accounts SET totp_secret = $1', [secret.base32]);
const enter = (ticket, code) => checkCode(pool, { ticket, code, network });

// #region second
test('with a second factor, the password alone gives no session', async () => {
  await useTotp();
  const { ticket, session } = await attempt();
  assert.equal(session, undefined);
  assert.equal(await count('sessions'), 0);
  assert.equal((await enter(ticket, '000000')).status, 401);
  assert.ok((await enter(ticket, totp.generate())).session);
});

test('a code works once, and a ticket works once', async () => {
  await useTotp();
  const [first, second] = [await attempt(), await attempt()];
  const code = totp.generate();
  const results = await Promise.all([
    enter(first.ticket, code),
    enter(second.ticket, code),
  ]);
  assert.deepEqual(results.map(({ status }) => status).sort(), [200, 401]);
  const next = totp.generate({ timestamp: Date.now() + 30_000 });
  const used = results[0].session ? first.ticket : second.ticket;
  assert.equal((await enter(used, next)).error, 'Log in again.');
});

test('a code cannot be found by trying', async () => {
  await useTotp();
  const { ticket } = await attempt();
  const statuses = [];
  for (let guess = 0; guess < 6; guess++) {
    statuses.push((await enter(ticket, String(guess).padStart(6, '0'))).status);
  }
  assert.deepEqual(statuses.slice(0, 5), [401, 401, 401, 401, 401]);
  assert.equal(statuses[5], 429);
});

test('a ticket is no reset token, and expires', async () => {
  await useTotp();
  const { ticket } = await attempt();
  assert.equal(
    await resetPassword(pool, { token: ticket, password: 'x' }),
    false,
  );
  await pool.query(`UPDATE tickets SET expires_at = now()`);
  assert.equal((await enter(ticket, totp.generate())).status, 401);
});
// #endregion second

async function askForReset(address = email) {
  const mails = [];
  await sendReset(pool, address, async (to, text) => mails.push({ to, text }));
  assert.equal(mails.length, 1);
  return mails[0].text.split('#')[1];
}
const fresh = 'nineteen wet umbrellas';

// #region reset
test('a reset token works once, even if it is sent twice at the same time', async () => {
  const { session } = await attempt();
  assert.ok(session);
  const token = await askForReset();
  const results = await Promise.all([
    resetPassword(pool, { token, password: fresh }),
    resetPassword(pool, { token, password: 'the other one of the two' }),
  ]);
  assert.deepEqual(results.sort(), [false, true]);
  assert.equal(await count('sessions'), 0); // everyone is logged out
  assert.equal((await attempt()).status, 401); // the old password is gone
});

test('a reset ends all other reset links', async () => {
  const [first, second] = [await askForReset(), await askForReset()];
  assert.equal(
    await resetPassword(pool, { token: second, password: fresh }),
    true,
  );
  assert.equal(await resetPassword(pool, { token: first, password }), false);
  assert.equal((await attempt({ password: fresh })).status, 200);
});

test('a reset token expires, and is not in the database', async () => {
  const token = await askForReset();
  const { rows } = await pool.query('SELECT * FROM tickets');
  assert.ok(!JSON.stringify(rows).includes(token));
  await pool.query('UPDATE tickets SET expires_at = now()');
  assert.equal(await resetPassword(pool, { token, password: fresh }), false);
});
// #endregion reset

test('an unknown address gets a mail without a link', async () => {
  assert.equal(await askForReset('bo@example.com'), undefined);
  assert.equal(await count('tickets'), 0);
});
