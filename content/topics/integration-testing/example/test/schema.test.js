// #region schema
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { aSlot } from './builders.js';
import { createDatabase } from './database.js';

let db, pool;
before(async () => {
  db = await createDatabase();
  pool = db.pool;
});
beforeEach(() => db.empty());
after(() => db.close());

test('a slot has at least one chair', async () => {
  await assert.rejects(aSlot(pool, { chairs: 0 }), {
    code: '23514', // check_violation
    constraint: 'slot_chairs_check',
  });
});

test('a slot with an appointment stays', async () => {
  const slot = await aSlot(pool);
  await pool.query(
    "INSERT INTO appointment (slot_id, donor) VALUES ($1, 'Ada')",
    [slot],
  );
  await assert.rejects(pool.query('DELETE FROM slot'), {
    code: '23503', // foreign_key_violation
  });
});
// #endregion schema
