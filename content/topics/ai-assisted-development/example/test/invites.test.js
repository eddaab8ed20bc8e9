import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';

// SUBJECT lets the same tests judge the draft.
const subject = process.env.SUBJECT ?? '../src/invites.js';
const { acceptInvite, createCode } = await import(subject);

const postgres = new PGlite();
// All that the task allows: a pg pool has no exec or transaction.
const db = { query: (sql, values) => postgres.query(sql, values) };
before(() =>
  postgres.exec(
    readFileSync(new URL('../schema.sql', import.meta.url), 'utf8'),
  ),
);
after(() => postgres.close());

const end = new Date('2099-01-01T12:00:00Z');
const before1s = new Date(end.getTime() - 1000);

beforeEach(async () => {
  await postgres.exec('DELETE FROM invites; DELETE FROM members');
  await db.query('INSERT INTO invites VALUES ($1, 5, 2, 0, $2)', ['abc', end]);
});

const uses = async () =>
  (await db.query('SELECT uses FROM invites')).rows[0].uses;
const members = async () =>
  (await db.query('SELECT * FROM members ORDER BY user_id')).rows;

// #region tests
test('accepting makes a member and uses one seat', async () => {
  assert.deepEqual(await acceptInvite(db, 'abc', 7), { ok: true });
  assert.deepEqual(await members(), [{ course_id: 5, user_id: 7 }]);
  assert.equal(await uses(), 1);
});

test('five people at once get two seats', async () => {
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map((userId) => acceptInvite(db, 'abc', userId)),
  );
  assert.equal(results.filter(({ ok }) => ok).length, 2);
  const rejected = results.filter(({ ok }) => !ok);
  assert.ok(rejected.every(({ reason }) => reason === 'full'));
  assert.equal((await members()).length, 2);
  assert.equal(await uses(), 2);
});

test('clicking twice succeeds twice and uses one seat', async () => {
  const both = () => [acceptInvite(db, 'abc', 7), acceptInvite(db, 'abc', 7)];
  const results = await Promise.all(both());
  assert.deepEqual(results, [{ ok: true }, { ok: true }]);
  assert.equal(await uses(), 1);
});

test('a database failure is an error, not an unknown invite', async () => {
  const broken = { query: async () => Promise.reject(new Error('no disk')) };
  await assert.rejects(acceptInvite(broken, 'abc', 7), /no disk/);
});

test('codes do not depend on Math.random', (t) => {
  t.mock.method(Math, 'random', () => 0.5);
  assert.notEqual(createCode(), createCode());
});
// #endregion tests

test('an error of the first statement is not hidden by the second', async () => {
  let isFirst = true;
  const query = async (...args) => {
    if (!isFirst) return db.query(...args);
    isFirst = false;
    throw new Error('deadlock detected');
  };
  await assert.rejects(acceptInvite({ query }, 'abc', 7), /deadlock/);
});

test('a member may click again when the invite is full or expired', async () => {
  await acceptInvite(db, 'abc', 7);
  await acceptInvite(db, 'abc', 8);
  assert.deepEqual(await acceptInvite(db, 'abc', 7), { ok: true });
  assert.deepEqual(await acceptInvite(db, 'abc', 7, end), { ok: true });
});

test('an invite ends exactly at its end', async () => {
  const expired = { ok: false, reason: 'expired' };
  assert.deepEqual(await acceptInvite(db, 'abc', 7, end), expired);
  assert.deepEqual(await members(), []);
  assert.deepEqual(await acceptInvite(db, 'abc', 7, before1s), { ok: true });
});

test('an unknown code changes nothing', async () => {
  const unknown = { ok: false, reason: 'unknown' };
  assert.deepEqual(await acceptInvite(db, "' OR true --", 7), unknown);
  assert.deepEqual(await members(), []);
  assert.equal(await uses(), 0);
});

test('a code carries 128 random bits and fits into a URL', () => {
  const codes = new Set(Array.from({ length: 1000 }, () => createCode()));
  assert.equal(codes.size, 1000);
  for (const code of codes) assert.match(code, /^[\w-]{22}$/);
});
