import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fiftyBookings, metersSold, openLab, reset } from '../dev/lab.js';
import {
  book,
  lockFirst,
  lockInSameStatement,
  withoutLock,
} from '../src/booking.js';

let lab;
before(async () => (lab = await openLab()));
after(() => lab.close());
beforeEach(() => reset(lab.pool));

const van = { plate: 'A', ferry: 1, length: 60 };
const camper = { plate: 'B', ferry: 1, length: 50 };

/** A books the van, B asks for the camper meanwhile, then A commits. */
async function overlap(method, { level = 'READ COMMITTED' } = {}) {
  const [a, b] = [await lab.pool.connect(), await lab.pool.connect()];
  try {
    await a.query('BEGIN');
    assert.equal(await method(a, van), 'booked');
    await b.query(`BEGIN ISOLATION LEVEL ${level}`);
    const second = method(b, camper);
    await sleep(200);
    await a.query('COMMIT');
    const result = await second;
    await b.query('COMMIT');
    return result;
  } finally {
    a.release();
    b.release();
  }
}

test('locking first sees what the previous holder committed', async () => {
  assert.equal(await overlap(lockFirst), 'full');
  assert.deepEqual(await metersSold(lab.pool), [60]);
});

test('lock and sum in one statement overbook', async () => {
  assert.equal(await overlap(lockInSameStatement), 'booked');
  assert.deepEqual(await metersSold(lab.pool), [110]);
});

test('at Repeatable Read, locking first overbooks, too', async () => {
  const level = 'REPEATABLE READ';
  assert.equal(await overlap(lockFirst, { level }), 'booked');
});

test('fifty at once: no ferry is overbooked, and none stays half empty', async () => {
  for (let round = 1; round <= 5; round += 1) {
    await reset(lab.pool);
    await Promise.all(fiftyBookings().map((b) => book(lab.pool, b)));
    for (const meters of await metersSold(lab.pool))
      assert.ok(meters <= 100 && meters > 83, `${meters} meters`);
  }
});

test('another ferry does not wait, the same one gives up', async () => {
  const holder = await lab.pool.connect();
  try {
    await holder.query('BEGIN');
    await lockFirst(holder, van);
    const start = performance.now();
    assert.equal(await book(lab.pool, { ...camper, ferry: 2 }), 'booked');
    assert.ok(performance.now() - start < 1000);
    assert.equal(await book(lab.pool, { ...camper, plate: 'C' }), 'busy');
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
  assert.equal(await book(lab.pool, { ...camper, plate: 'C' }), 'booked');
});

test('the lock lets rows that refer to the ferry be inserted', async () => {
  const holder = await lab.pool.connect();
  try {
    await holder.query('BEGIN');
    await lockFirst(holder, van);
    assert.equal(await book(lab.pool, camper, withoutLock), 'booked');
  } finally {
    await holder.query('ROLLBACK');
    holder.release();
  }
});

test('an error frees the lock and the connection', async () => {
  await book(lab.pool, van);
  await assert.rejects(book(lab.pool, { ...van, length: 1 }), {
    code: '23505',
  });
  assert.equal(await book(lab.pool, { ...camper, length: 40 }), 'booked');
});

test('a terminated session ends its booking, and nothing else', async () => {
  const crashes = []; // errors that would end the process
  const onCrash = (error) => crashes.push(error);
  process.on('uncaughtException', onCrash);
  try {
    const booking = book(lab.pool, van, async (client, wanted) => {
      await lockFirst(client, wanted);
      const sql = 'SELECT pg_terminate_backend($1)';
      await lab.pool.query(sql, [client.processID]);
      await sleep(200);
      throw new Error('no reply from the harbor');
    });
    await assert.rejects(booking, /harbor/);
    assert.deepEqual(crashes, []);
  } finally {
    process.off('uncaughtException', onCrash);
  }
  assert.equal(await book(lab.pool, camper), 'booked');
  assert.deepEqual(await metersSold(lab.pool), [50]);
});

test('an unknown ferry and a negative length are errors', async () => {
  await assert.rejects(book(lab.pool, { ...van, ferry: 99 }), /no ferry 99/);
  await assert.rejects(book(lab.pool, { ...van, length: -100 }), {
    code: '23514',
  });
});
