import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { book, bookWithGapLock } from '../src/bookings.js';
import { pool } from '../src/db.js';
import { setPrices } from '../src/prices.js';
import { barrier, reset } from '../src/reset.js';
import { transaction } from '../src/transaction.js';
import { redeem, redeemUnsafely } from '../src/vouchers.js';

const code = 'LAKE-2026-AB';
const night = '2027-07-01';
const rows = async (sql) => (await pool.query(sql))[0];
const centsLeft = async () =>
  (await rows('SELECT cents FROM voucher'))[0].cents;

beforeEach(async () => {
  await reset();
  await pool.execute('INSERT INTO voucher VALUES (?, ?)', [code, 5000]);
  // Ten open connections, so that operations at once don't wait for a login.
  const opened = Array.from({ length: 10 }, () => pool.getConnection());
  for (const connection of await Promise.all(opened)) connection.release();
});
after(() => pool.end());

test('two redemptions that read before either writes spend the money twice', async () => {
  const bothHaveRead = barrier(2);
  const redeemed = await Promise.all([
    redeemUnsafely(code, 3000, bothHaveRead),
    redeemUnsafely(code, 4000, bothHaveRead),
  ]);
  assert.deepEqual(redeemed, [true, true]);
  assert.ok([1000, 2000].includes(await centsLeft()));
});

test('a voucher of 50.00 pays five of ten bills of 10.00 at once', async () => {
  const bills = Array.from({ length: 10 }, () => redeem(code, 1000));
  const paid = (await Promise.all(bills)).filter(Boolean);
  assert.equal(paid.length, 5);
  assert.equal(await centsLeft(), 0);
});

test('a redemption waits for one that has not committed, and then sees what is left', async () => {
  const other = await pool.getConnection();
  await other.beginTransaction();
  await other.query('UPDATE voucher SET cents = cents - 4000');
  const waiting = redeem(code, 2000);
  await untilAnUpdateWaits(other);
  await other.commit();
  other.release();
  assert.equal(await waiting, false);
  assert.equal(await centsLeft(), 1000);
});

for (const cents of [0, -100, 0.5, Number.NaN, '100'])
  test(`a redemption of ${JSON.stringify(cents)} cents is refused`, async () => {
    await assert.rejects(redeem(code, cents), RangeError);
    assert.equal(await centsLeft(), 5000);
  });

test('a number is not a code, and strings still work after it', async () => {
  for (let i = 0; i < 10; i++) await assert.rejects(redeem(0, 100), TypeError);
  assert.equal(await redeem('LAKE-2026-XY', 100), false);
  assert.equal(await redeem(code, 100), true);
});

test('codes and reset hashes differ by case, and emails do not', async () => {
  assert.equal(await redeem(code.toLowerCase(), 100), false);
  const add = (email, hash) =>
    pool.execute(
      'INSERT INTO guest (email, name, reset_hash) VALUES (?, ?, ?)',
      [email, 'Renée', hash],
    );
  await add('renee@example.com', 'a'.repeat(64));
  await add('other@example.com', 'A'.repeat(64));
  await assert.rejects(add('RENÉE@example.com', null), { errno: 1062 });
});

test('of ten guests at once, one gets the pitch', async () => {
  const guests = Array.from({ length: 10 }, (_, id) =>
    book(id + 1, 7, [night]),
  );
  const booked = (await Promise.all(guests)).filter(Boolean);
  assert.equal(booked.length, 1);
  assert.equal((await rows('SELECT id FROM booking')).length, 1);
});

test('a stay whose last night is taken books no night', async () => {
  await book(1, 7, ['2027-07-03']);
  const stay = ['2027-07-01', '2027-07-02', '2027-07-03'];
  assert.equal(await book(2, 7, stay), false);
  assert.equal((await rows('SELECT id FROM booking')).length, 1);
});

test('an impossible date is an error, not a taken night', async () => {
  await assert.rejects(book(1, 7, ['2027-02-30']), { errno: 1292 });
});

test('two stays that name the same nights in opposite order end without a deadlock, one of them whole', async () => {
  for (let round = 0; round < 20; round++) {
    await pool.query('DELETE FROM booking');
    const stays = await Promise.all([
      book(1, 7, ['2027-07-01', '2027-07-02'], { attempts: 1 }),
      book(2, 7, ['2027-07-02', '2027-07-01'], { attempts: 1 }),
    ]);
    assert.deepEqual(stays.toSorted(), [false, true]);
    assert.equal((await rows('SELECT id FROM booking')).length, 2);
  }
});

test('locking a row that does not exist ends in a deadlock', async () => {
  const bothHaveLooked = barrier(2);
  const look = (id) =>
    bookWithGapLock(id, 7, night, bothHaveLooked, { attempts: 1 });
  const outcomes = await Promise.allSettled([look(1), look(2)]);
  const failed = outcomes.filter(({ status }) => status === 'rejected');
  assert.deepEqual(
    failed.map(({ reason }) => reason.errno),
    [1213],
  );
});

test('a deadlock runs the transaction again from its start', async () => {
  const bothHaveLooked = barrier(2);
  const look = (id) => bookWithGapLock(id, 7, night, bothHaveLooked);
  const booked = await Promise.all([look(1), look(2)]);
  assert.deepEqual(booked.toSorted(), [false, true]);
});

test('after a lock wait timeout, nothing of the transaction is left', async () => {
  const other = await pool.getConnection();
  await other.beginTransaction();
  await other.query('SELECT * FROM voucher FOR UPDATE');
  let runs = 0;
  const failing = transaction(async (connection) => {
    runs += 1;
    await connection.query('SET SESSION innodb_lock_wait_timeout = 1');
    await connection.query(
      `INSERT INTO booking (guest_id, pitch, night) VALUES (1, 7, '${night}')`,
    );
    await connection.query('UPDATE voucher SET cents = 0');
  });
  await assert.rejects(failing, { errno: 1205 });
  assert.equal(runs, 1);
  await other.rollback();
  other.release();
  assert.deepEqual(await rows('SELECT id FROM booking'), []);
});

test('prices are inserted, updated, and left alone when there are none', async () => {
  await setPrices([{ pitch: 7, night, cents: 3000 }]);
  await setPrices([
    { pitch: 7, night, cents: 3500 },
    { pitch: 8, night, cents: 2800 },
  ]);
  await setPrices([]);
  assert.deepEqual(await rows('SELECT * FROM price ORDER BY pitch'), [
    { pitch: 7, night, cents: 3500 },
    { pitch: 8, night, cents: 2800 },
  ]);
});

test('price lists in opposite order are all stored', async () => {
  const list = Array.from({ length: 200 }, (_, pitch) => ({
    pitch,
    night,
    cents: 3000,
  }));
  for (let round = 0; round < 30; round++)
    await Promise.all([setPrices(list), setPrices(list.toReversed())]);
  assert.equal((await rows('SELECT * FROM price')).length, 200);
});

test('IDs above 2^53 arrive whole', async () => {
  await pool.query(
    "INSERT INTO guest VALUES (9007199254740993, 'a@example.com', 'A', NULL)",
  );
  const [{ id }] = await rows('SELECT id FROM guest');
  assert.equal(String(id), '9007199254740993');
});

test('times are UTC, whatever the time zone of this machine', async (t) => {
  const { TZ } = process.env;
  t.after(() => (TZ ? (process.env.TZ = TZ) : delete process.env.TZ));
  process.env.TZ = 'Pacific/Honolulu';
  const noon = new Date('2027-07-01T12:00:00Z');
  const [[row]] = await pool.query(
    "SELECT CAST('2027-07-01 12:00' AS DATETIME) AS came, CAST(? AS CHAR) AS sent",
    [noon],
  );
  assert.deepEqual(row, { came: noon, sent: '2027-07-01 12:00:00.000' });
});

/** Until another connection is inside an UPDATE, which here means: waits. */
async function untilAnUpdateWaits(connection) {
  for (;;) {
    const [sessions] = await connection.query('SHOW PROCESSLIST');
    if (sessions.some(({ Info }) => Info?.startsWith('UPDATE'))) return;
  }
}
