import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { openLibrary } from '../demo/library.js';
import { hashPassword } from '../src/hashing.js';
import { checkPassword } from '../src/login.js';
import { isLeaked, problemOf } from '../src/policy.js';
import { wrapAll } from '../src/wrap-all.js';

const db = await openLibrary(8);
const login = (id, typed = `old password ${id}`) =>
  checkPassword(db, `member${id}@mail.example`, typed);
const stored = async (id) =>
  (await db.query('SELECT password FROM member WHERE id = $1', [id])).rows[0]
    .password;

test('old, wrapped and new rows log in, and only with the right password', async () => {
  assert.equal((await login(1)).id, 1); // old: upgraded at once
  assert.match(await stored(1), /^\$argon2id\$/);
  assert.equal(await login(2, 'wrong'), undefined);
  assert.match(await stored(2), /^md5:/);

  assert.equal(await wrapAll(db, 3), 7);
  const { rows } = await db.query(
    `SELECT FROM member WHERE password LIKE 'md5:%'`,
  );
  assert.equal(rows.length, 0);
  assert.equal(await wrapAll(db), 0); // started again

  assert.equal(await login(2, 'wrong'), undefined);
  assert.match(await stored(2), /^wrapped:/);
  for (const id of [1, 2]) {
    assert.equal((await login(id)).id, id);
    assert.match(await stored(id), /^\$argon2id\$/);
    assert.equal((await login(id)).id, id);
  }
  // The stored text itself isn't a password.
  const md5 = createHash('md5').update('old password 3').digest('hex');
  assert.equal(await login(3, md5), undefined);
  assert.equal(await login(9), undefined);
});

// #region race
/** A database in which something happens right after the first query. */
const interrupted = (change) => ({
  async query(...args) {
    const result = await db.query(...args);
    await change?.();
    change = undefined;
    return result;
  },
});

test('an upgrade and a wrap do not overwrite a newer password', async () => {
  const set = (id, text) => () =>
    db.query('UPDATE member SET password = $2 WHERE id = $1', [id, text]);
  await set(4, await stored(5))(); // wrapped: "old password 5"
  await checkPassword(
    interrupted(set(4, 'new')),
    'member4@mail.example',
    'old password 5',
  );
  assert.equal(await stored(4), 'new');

  await set(4, 'md5:0')();
  await wrapAll(interrupted(set(4, 'new')));
  assert.equal(await stored(4), 'new');
});
// #endregion race

test('a login takes as long for strangers and for every kind of row', async () => {
  await db.query(`UPDATE member SET password = 'md5:0' WHERE id = 6`);
  await db.query(`UPDATE member SET password = 'disabled' WHERE id = 7`);
  const fastest = async (id) => {
    const times = [];
    for (let n = 0; n < 5; n++) {
      const start = performance.now();
      assert.equal(await login(id, 'wrong'), undefined);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const wrapped = await fastest(8);
  for (const id of [1, 6, 7, 99]) {
    assert.ok((await fastest(id)) > wrapped / 3, `member ${id}`);
  }
});

test('upper and lower case of the address, and forms of é, do not matter', async () => {
  const password = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9');
  await db.query('UPDATE member SET password = $1 WHERE id = 3', [password]);
  const typed = 'cafe\u0301 cafe\u0301 cafe\u0301';
  const member = await checkPassword(db, 'Member3@mail.example', typed);
  assert.equal(member.id, 3);
});

test('the longest password that the policy accepts can log in', async () => {
  const typed = 'e\u0301'.repeat(256); // 256 letters in 512 code units
  assert.equal(await check(typed), undefined);
  await db.query('UPDATE member SET password = $1 WHERE id = 3', [
    await hashPassword(typed),
  ]);
  assert.equal((await login(3, typed)).id, 3);
  const longer = `${typed}x`; // would be right, but isn't even hashed
  await db.query('UPDATE member SET password = $1 WHERE id = 3', [
    await hashPassword(longer),
  ]);
  assert.equal(await login(3, longer), undefined);
});

const reply = (text, status = 200) => {
  const calls = [];
  const fetch = async (url, options) => {
    calls.push({ url, ...options });
    return new Response(text, { status });
  };
  return { calls, fetch };
};
const sha1 = createHash('sha1').update('correct horse battery staple');
const suffix = sha1.digest('hex').toUpperCase().slice(5);
const check = (password, changes = {}) =>
  problemOf(password, {
    hasSecondFactor: false,
    names: ['mara@mail.example', 'riverside library'],
    fetch: reply(`0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n${suffix}:40`).fetch,
    ...changes,
  });

test('new passwords', async () => {
  assert.equal(await check('seven damp otters sing'), undefined);
  assert.match(await check('P@ssw0rd1'), /at least 15/);
  assert.equal(await check('eight889', { hasSecondFactor: true }), undefined);
  assert.match(await check('🦦'.repeat(14)), /at least 15/);
  assert.equal(await check('🦦'.repeat(15)), undefined);
  assert.match(await check('x'.repeat(257)), /at most/);
  assert.match(await check('Riverside Library'), /Too easy/);
  assert.equal(await check('Riverside Library has otters'), undefined);
  assert.match(await check('correct horse battery staple'), /leaks/);
});

test('the leak service sees five digits, and padding is no hit', async () => {
  const { calls, fetch } = reply(`${suffix}:0`);
  assert.equal(await isLeaked('correct horse battery staple', fetch), false);
  assert.equal(calls[0].url, 'https://api.pwnedpasswords.com/range/ABF7A');
  const down = reply('', 503);
  await assert.rejects(isLeaked('x', down.fetch), /503/);
});

test('a leak service that hangs is given up', async (t) => {
  const timeout = AbortSignal.timeout;
  t.mock.method(AbortSignal, 'timeout', () => timeout.call(AbortSignal, 50));
  const hangs = (url, { signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      setTimeout(resolve, 1000); // keeps the test's process alive
    });
  await assert.rejects(isLeaked('x', hangs), { name: 'TimeoutError' });
});
