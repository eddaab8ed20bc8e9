import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill, openDatabase } from '../dev/database.js';
import * as packets from '../src/packets.js';

let db, close;
before(async () => {
  ({ db, close } = await openDatabase());
});
beforeEach(() => fill(db));
after(() => close());

const first = {
  id: 1,
  variety_id: 1,
  grams: 5,
  note: 'from Ines',
  version: 1,
};

function rejectsWith(work, message) {
  return assert.rejects(work, (error) => {
    assert.ok(error instanceof packets.Problem, error);
    assert.equal(error.message, message);
    return true;
  });
}

// Another connection runs the SQL, and commits it once all of the work waits.
async function during(sql, work) {
  const client = await db.connect();
  await client.query(`BEGIN; ${sql}`);
  const promises = work();
  const results = Promise.allSettled(promises);
  await untilWaiting(promises.length);
  await client.query('COMMIT');
  client.release();
  return results;
}

async function untilWaiting(count) {
  const sql = `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE wait_event_type = 'Lock'`;
  for (let i = 0; i < 400; i += 1) {
    const { rows } = await db.query(sql);
    if (rows[0].waiting === count) return;
    await sleep(5);
  }
  assert.fail(`${count} calls should be waiting`);
}

test('creates a packet and reads it back', async () => {
  const row = await packets.createPacket(db, { variety_id: 1, grams: 7 });
  assert.equal(row.note, null);
  assert.deepEqual(await packets.getPacket(db, row.id), row);
  assert.deepEqual(await packets.listPackets(db), [first, row]);
  assert.deepEqual(await packets.listPackets(db, { after: 1 }), [row]);
});

test('a list has at most 20 packets', async () => {
  await db.query(
    'INSERT INTO packet (variety_id, grams) SELECT 1, 5 FROM generate_series(1, 30)',
  );
  assert.equal((await packets.listPackets(db)).length, 20);
  assert.equal((await packets.listPackets(db, { after: null })).length, 20);
  await rejectsWith(packets.listPackets(db, { after: 'abc' }), 'invalid');
});

test('a name that another transaction is inserting is a duplicate', async () => {
  const [{ reason }] = await during(
    "INSERT INTO variety (name) VALUES ('Gardener')",
    () => [packets.createVariety(db, 'Gardener')],
  );
  assert.equal(reason.message, 'duplicate');
});

// #region transaction
test('a duplicate in a transaction is reported before COMMIT', async () => {
  const client = await db.connect();
  await client.query('BEGIN');
  await packets.createVariety(client, 'Roma');
  await rejectsWith(packets.createVariety(client, 'Roma'), 'duplicate');
  // If you swallow the problem and go on, COMMIT only rolls back.
  assert.equal((await client.query('COMMIT')).command, 'ROLLBACK');
  client.release();
});
// #endregion transaction

test('names what is wrong with a new packet', async () => {
  const create = (values) =>
    packets.createPacket(db, { variety_id: 1, grams: 5, ...values });
  await rejectsWith(create({ variety_id: 99 }), 'unknown reference');
  for (const values of [
    { grams: 0 },
    { grams: null },
    { grams: 3_000_000_000 },
    { grams: 'abc' },
    { note: '\u0000' },
    { note: 'x'.repeat(2001) },
  ]) {
    await rejectsWith(create(values), 'invalid');
  }
});

test('a name has 1 to 100 characters', async () => {
  await packets.createVariety(db, 'é'.repeat(100));
  for (const length of [0, 101, 100_000]) {
    await rejectsWith(packets.createVariety(db, 'é'.repeat(length)), 'invalid');
  }
});

test('an outage is not a problem of the caller', async () => {
  const broken = { query: () => Promise.reject(new Error('no connection')) };
  await assert.rejects(packets.getPacket(broken, 1), {
    constructor: Error,
    message: 'no connection',
  });
});

test('an absent value stays, null empties it', async () => {
  const changed = await packets.updatePacket(db, 1, 1, { grams: 4 });
  assert.deepEqual(changed, { ...first, grams: 4, version: 2 });
  const emptied = await packets.updatePacket(db, 1, 2, { note: null });
  assert.deepEqual(emptied, { ...first, grams: 4, note: null, version: 3 });
  await rejectsWith(packets.updatePacket(db, 1, 3, { grams: null }), 'invalid');
});

test('an update cannot set the ID or the version', async () => {
  const changed = await packets.updatePacket(db, 1, 1, { id: 9, version: 9 });
  assert.deepEqual(changed, { ...first, version: 2 });
});

test('an update needs the current version', async () => {
  const update = (id, version) =>
    packets.updatePacket(db, id, version, { grams: 3 });
  await rejectsWith(update(50, 1), 'not found');
  for (const version of [0, 2, '2', '', undefined, null]) {
    await rejectsWith(update(1, version), 'changed meanwhile');
  }
  assert.deepEqual(await packets.getPacket(db, 1), first);
  await update(1, '1'); // as a form or a header sends it
});

// #region race
test('of two updates that have read the same version, one is saved', async () => {
  const results = await during('SELECT FROM packet FOR UPDATE', () => [
    packets.updatePacket(db, 1, 1, { grams: 3 }),
    packets.updatePacket(db, 1, 1, { note: null }),
  ]);
  const saved = results.filter(({ status }) => status === 'fulfilled');
  const refused = results.filter(({ status }) => status === 'rejected');
  assert.deepEqual(await packets.getPacket(db, 1), saved[0].value);
  assert.equal(refused[0].reason.message, 'changed meanwhile');
});
// #endregion race

test('an update never mixes two versions', async () => {
  // Another member saves between the SELECT and the UPDATE.
  const interrupted = {
    async query(sql, values) {
      if (sql.startsWith('UPDATE')) {
        await packets.updatePacket(db, 1, 1, { note: 'dry' });
      }
      return db.query(sql, values);
    },
  };
  for (const version of [1, 2]) {
    await fill(db);
    const update = packets.updatePacket(interrupted, 1, version, { grams: 3 });
    await rejectsWith(update, 'changed meanwhile');
  }
});

test('a repeated call reports its own success as a problem', async () => {
  const update = () => packets.updatePacket(db, 1, 1, { grams: 3 });
  await update();
  await rejectsWith(update(), 'changed meanwhile');
  await packets.deletePacket(db, 1);
  await rejectsWith(packets.deletePacket(db, 1), 'not found');
});

test('deletes a variety only when no packet refers to it', async () => {
  await rejectsWith(packets.deleteVariety(db, 1), 'in use');
  assert.deepEqual(await packets.deletePacket(db, 1), { id: 1 });
  assert.deepEqual(await packets.deleteVariety(db, 1), { id: 1 });
  await rejectsWith(packets.deleteVariety(db, 1), 'not found');
});
