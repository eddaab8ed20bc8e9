import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import { Broken, createLicenses, Unavailable } from '../src/licenses.js';
import { settlePending, signUp } from '../src/signup.js';
import { scenarios, startFakeProvider } from './fake-provider.js';

const ida = { email: 'ida@example.org', number: 'D-1234' };
const settings = { key: 'secret-key', attemptMs: 500, pauseMs: 10 };
let provider;
let checkLicense;
let db;

before(async () => {
  provider = await startFakeProvider();
  checkLicense = createLicenses({ ...settings, url: provider.url });
});
beforeEach((t) => {
  t.mock.method(console, 'error', () => {});
  provider.keys.length = 0;
  provider.checks.clear();
  db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE signup (
    id TEXT PRIMARY KEY, email TEXT, number TEXT, valid_until TEXT,
    status TEXT DEFAULT 'pending', attempts INTEGER DEFAULT 0,
    created_at TEXT DEFAULT CURRENT_TIMESTAMP)`);
});
after(() => provider.stop());

const play = (name) => provider.script([...scenarios[name]]);
const all = (sql) => db.prepare(sql).all();

// #region outcomes
const valid = { valid: true, until: '2031-04-30' };
const expected = {
  'a good day': [1, valid],
  'a short outage': [2, valid],
  'a lost response': [2, valid],
  'a response cut off': [2, valid],
  'asked to wait 1 s': [2, valid],
  'asked to wait 1 h': [1, Unavailable],
  'still at work': [3, valid],
  'another conflict': [1, Broken],
  'down for long': [3, Unavailable],
  'hangs for long': [3, Unavailable],
  'no such license': [1, { valid: false }],
  'the path is gone': [1, Broken],
  'the key has expired': [1, Broken],
  'a redirect': [1, Broken],
  'a field was renamed': [1, Broken],
  'not JSON': [1, Broken],
};
for (const name of Object.keys(scenarios)) {
  test(name, async () => {
    play(name);
    const [attempts, outcome] = expected[name];
    const call = checkLicense('D-1234', 'signup-17');
    if (typeof outcome === 'function') await assert.rejects(call, outcome);
    else assert.deepEqual(await call, outcome);
    assert.deepEqual(provider.keys, Array(attempts).fill('signup-17'));
  });
}
// #endregion outcomes

test('no call takes longer than the deadline', async () => {
  const options = { ...settings, url: provider.url, attemptMs: 3_000 };
  const hurried = createLicenses({ ...options, deadlineMs: 700 });
  play('hangs for long');
  const start = performance.now();
  await assert.rejects(hurried('D-1234', 'signup-17'), Unavailable);
  assert.ok(performance.now() - start < 2_000);
});

test('it waits as long as it was asked to, if that fits', async () => {
  const limited = { status: 429, headers: { 'retry-after': '1' } };
  const options = { ...settings, attemptMs: 1_000, deadlineMs: 1_900 };
  const hurried = createLicenses({ ...options, url: provider.url });
  const seconds = async (...script) => {
    provider.script(script);
    const start = performance.now();
    await hurried('D-1234', 'signup-17').catch(() => {});
    return (performance.now() - start) / 1000;
  };
  const fits = await seconds(limited, scenarios['a good day'][0]);
  assert.ok(fits > 1 && fits < 1.9);
  const tooLong = await seconds({ hangs: true }, limited);
  assert.ok(tooLong < 1.5); // gives up at once
});

test('no one is listening', async () => {
  const nowhere = createLicenses({ ...settings, url: 'http://localhost:1' });
  await assert.rejects(nowhere('D-1234', 'signup-17'), Unavailable);
});

test('a mistake is not an outage', async () => {
  for (const url of ['http://host.invalid', 'licenses', provider.url]) {
    play('a good day');
    const isWrongNumber = url === provider.url;
    const call = createLicenses({ ...settings, url })(
      isWrongNumber ? 10n : 'D-1234', // JSON has no BigInt
      'signup-17',
    );
    await assert.rejects(call, Broken, url);
  }
});

test('the key is not in the printed error', async () => {
  for (const name of [
    'down for long',
    'hangs for long',
    'the key has expired',
    'not JSON',
  ]) {
    play(name);
    const error = await checkLicense('D-1', 's').catch((e) => e);
    assert.doesNotMatch(inspect(error, { depth: 9 }), /secret-key/, name);
  }
});

// #region signup
test('an outage delays a sign-up, and the job settles it', async () => {
  play('down for long');
  assert.equal(await signUp(db, checkLicense, ida), 'pending');

  play('a good day');
  await settlePending(db, checkLicense);
  assert.equal(all('SELECT * FROM signup')[0].status, 'approved');
});

test('a process that dies after the call repeats it with the same key', async () => {
  play('a good day');
  const dies = async (...args) => {
    await checkLicense(...args);
    throw new Error('the process dies');
  };
  await assert.rejects(signUp(db, dies, ida), /dies/);

  await settlePending(db, checkLicense);
  assert.equal(all('SELECT * FROM signup')[0].status, 'approved');
  assert.equal(provider.checks.size, 1); // one check, and one bill
});
// #endregion signup

test('an expired key alerts someone and keeps the sign-up', async () => {
  play('the key has expired');
  assert.equal(await signUp(db, checkLicense, ida), 'pending');
  assert.match(console.error.mock.calls[0].arguments[0], /ALERT.*401/);
});

test('a revoked or expired license is refused', async () => {
  provider.script([{ body: { state: 'REVOKED', valid_to: '2031-04-30' } }]);
  assert.equal(await signUp(db, checkLicense, ida), 'refused');
  provider.script([{ body: { state: 'ACTIVE', valid_to: '2001-01-01' } }]);
  assert.equal(await signUp(db, checkLicense, ida), 'refused');
});

test('a license counts on its last day', async () => {
  const today = new Date().toISOString().slice(0, 10);
  provider.script([{ body: { state: 'ACTIVE', valid_to: today } }]);
  assert.equal(await signUp(db, checkLicense, ida), 'approved');
});

test('a date that is none approves no one', async () => {
  provider.script([{ body: { state: 'ACTIVE', valid_to: '9999' } }]);
  assert.equal(await signUp(db, checkLicense, ida), 'pending');
});

test('a late result does not change a decision', async () => {
  const late = async () => {
    db.exec(`UPDATE signup SET status = 'refused'`);
    return valid;
  };
  await signUp(db, late, ida);
  assert.equal(all('SELECT * FROM signup')[0].status, 'refused');
});

test('after 20 hours, the job leaves a sign-up to a person', async () => {
  play('down for long');
  await signUp(db, checkLicense, ida);
  db.exec(`UPDATE signup SET created_at = datetime('now', '-21 hours')`);
  play('a good day');
  provider.keys.length = 0;
  await settlePending(db, checkLicense);
  assert.deepEqual(provider.keys, []);
});

test('the job stops at the first failure, and starts with another row', async () => {
  play('down for long');
  for (let n = 0; n < 5; n++) await signUp(db, checkLicense, ida);
  provider.keys.length = 0;
  await settlePending(db, checkLicense);
  await settlePending(db, checkLicense);
  assert.equal(provider.keys.length, 6); // two rows, three attempts each
  assert.equal(new Set(provider.keys).size, 2);

  play('a good day');
  await settlePending(db, checkLicense);
  assert.equal(all(`SELECT * FROM signup WHERE status = 'approved'`).length, 5);
});
