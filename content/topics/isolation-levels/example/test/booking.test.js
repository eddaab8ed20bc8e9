import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { morning, openLab, reset } from '../dev/lab.js';
import { book, bookGuarded, countOverlapping } from '../src/booking.js';
import { openAndPaid, pay } from '../src/report.js';
import { inTransaction, withRetry } from '../src/transaction.js';

let pool, a, b, close;
const afternoon = { ...morning, from: morning.to, to: '2026-11-24 16:00+00' };

before(async () => {
  ({ pool, a, b, close } = await openLab());
  // Open the pool's connections, so that 20 requests really start at once.
  const waits = Array.from({ length: 18 }, () =>
    pool.query('SELECT pg_sleep(0.5)'),
  );
  await Promise.all(waits);
});
beforeEach(() => reset(pool));
after(() => close());

test('one snapshot keeps the report right while a payment is booked', async () => {
  await a.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { total } = await openAndPaid(a, () => pay(b, 2));
  await a.query('COMMIT');
  assert.equal(total, 10000);
  assert.deepEqual(await openAndPaid(pool), {
    open: 7000,
    paid: 3000,
    total: 10000,
  });
});

for (const [name, way] of Object.entries({ book, bookGuarded })) {
  test(`${name}: of 20 requests at once, one gets the microscope`, async () => {
    // Each starts at another minute, and all overlap.
    const requests = Array.from({ length: 20 }, (_, n) =>
      way(pool, { ...morning, from: `2026-11-24 08:${10 + n}+00` }),
    );
    const results = await Promise.all(requests);
    assert.equal(results.filter((result) => result === 'booked').length, 1);
    assert.equal(results.filter((result) => result === 'taken').length, 19);
  });

  test(`${name}: bookings that don't overlap all succeed`, async () => {
    const requests = [1, 2, 3, 4, 5].flatMap((scope) => [
      way(pool, { ...morning, scope }),
      way(pool, { ...afternoon, scope }),
    ]);
    assert.deepEqual(
      await Promise.all(requests),
      requests.map(() => 'booked'),
    );
  });
}

test('the table refuses an empty range and one without an end', async () => {
  for (const to of [morning.from, undefined, 'infinity']) {
    const request = { ...morning, to };
    await assert.rejects(bookGuarded(pool, request), { code: '23514' });
  }
  for (const from of [undefined, '-infinity']) {
    const request = { ...morning, from };
    await assert.rejects(bookGuarded(pool, request), { code: '23514' });
  }
});

test('two bookings each, in opposite order: a deadlock, even with the constraint', async () => {
  const insert = (session, scope) =>
    bookGuarded(session, { ...morning, scope });
  await a.query('BEGIN');
  await b.query('BEGIN');
  await insert(a, 4);
  await insert(b, 5);
  const results = await Promise.allSettled([insert(a, 5), insert(b, 4)]);
  await a.query('ROLLBACK');
  await b.query('ROLLBACK');
  const codes = results.map(({ reason }) => reason?.code);
  assert.ok(codes.includes('40P01'), String(codes));
});

test('a writer at Read Committed breaks the rule of a Serializable one', async () => {
  await a.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
  assert.equal(await countOverlapping(a, morning), 0);
  const insert = `INSERT INTO booking
    VALUES (4, '[2026-11-24 08:00+00, 2026-11-24 12:00+00)')`;
  await b.query(insert);
  await a.query(insert);
  await a.query('COMMIT');
  assert.equal(await countOverlapping(pool, morning), 2);
});

test('a transaction that was rolled back is not a success', async () => {
  const swallow = (client) => client.query('SELECT 1 / 0').catch(() => 'done');
  await assert.rejects(inTransaction(pool, swallow), /rolled back/);
});

test('retries 40001 and 40P01 from the start, and nothing else', async () => {
  for (const [code, expected] of [
    ['40001', 3],
    ['40P01', 3],
    ['23P01', 1],
  ]) {
    let attempts = 0;
    const fail = async () => {
      attempts += 1;
      throw Object.assign(new Error('no'), { code });
    };
    await assert.rejects(withRetry(fail, { attempts: 3 }), { message: 'no' });
    assert.equal(attempts, expected, code);
  }
});
