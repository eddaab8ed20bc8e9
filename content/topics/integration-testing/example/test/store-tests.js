// #region tests
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { aSlot } from './builders.js';
import { createDatabase } from './database.js';

export function testStore({ book, freeSlots }) {
  describe('store', () => {
    let db, pool;
    before(async () => {
      db = await createDatabase();
      pool = db.pool;
    });
    beforeEach(() => db.empty());
    after(() => db.close());

    test("books a chair for O'Neill", async () => {
      const slot = await aSlot(pool);
      assert.equal(await book(pool, slot, "O'Neill"), 'booked');
      const { rows } = await db.query('SELECT donor, slot_id FROM appointment');
      assert.deepEqual(rows, [{ donor: "O'Neill", slot_id: slot }]);
    });
    // #endregion tests

    // #region race
    test('gives two chairs to two of ten donors', async (t) => {
      const slot = await aSlot(pool, { chairs: 2 });
      const blocker = await pool.connect();
      t.after(() => blocker.release(true));
      // Others can still read the table, but not write to it.
      await blocker.query('BEGIN; LOCK TABLE appointment IN EXCLUSIVE MODE');

      const donors = Array.from({ length: 10 }, (_, i) => `donor ${i}`);
      const bookings = Promise.all(
        donors.map((donor) => book(pool, slot, donor)),
      );
      await t.waitFor(async () => {
        const { rows } = await db.query(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        assert.equal(rows[0].waiting, 10);
      });
      await blocker.query('COMMIT');

      const booked = (await bookings).filter((result) => result === 'booked');
      assert.equal(booked.length, 2);
    });
    // #endregion race

    test('refuses the same donor twice', async () => {
      const slot = await aSlot(pool);
      await book(pool, slot, 'Ada');
      assert.equal(await book(pool, slot, 'Ada'), 'already booked');
    });

    test('refuses a slot that does not exist', async () => {
      assert.equal(await book(pool, 99, 'Ada'), 'no such slot');
    });

    test('a booking that fails leaves the connection usable', async () => {
      const slot = await aSlot(pool);
      await assert.rejects(book(pool, slot, null), { code: '23502' });
      assert.equal(await book(pool, slot, 'Ada'), 'booked');
    });

    // #region day
    test('lists the slots of a day in New York by time', async () => {
      const evening = await aSlot(pool, { startsAt: '2026-06-11T00:30:00Z' });
      const morning = await aSlot(pool, { startsAt: '2026-06-10T13:00:00Z' });
      await aSlot(pool, { startsAt: '2026-06-10T03:59:00Z' }); // the 9th
      await aSlot(pool, { startsAt: '2026-06-11T04:00:00Z' }); // the 11th
      await book(pool, evening, 'Ada');

      const slots = await freeSlots(pool, '2026-06-10');
      assert.deepEqual(
        slots.map(({ id, free }) => ({ id, free })),
        [
          { id: morning, free: 2 },
          { id: evening, free: 1 },
        ],
      );
    });
    // #endregion day
  });
}
