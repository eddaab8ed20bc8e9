import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../src/database.js';
import * as packets from '../src/packets.js';

async function open(t) {
  const db = await openDatabase();
  t.after(() => db.close());
  return db;
}

const first = {
  id: 1,
  variety_id: 1,
  grams: 5,
  note: 'from Ines',
  version: 1,
};

test('creates a packet and reads it back', async (t) => {
  const db = await open(t);
  const { row } = await packets.createPacket(db, { variety_id: 1, grams: 7 });
  assert.equal(row.note, null);
  assert.deepEqual(await packets.getPacket(db, row.id), { row });
  assert.deepEqual(await packets.listPackets(db), [first, row]);
  assert.deepEqual(await packets.listPackets(db, { after: 1 }), [row]);
});

test('two creations of one variety: one row, one duplicate', async (t) => {
  const db = await open(t);
  const results = await Promise.all([
    packets.createVariety(db, 'Gardener'),
    packets.createVariety(db, 'Gardener'),
  ]);
  assert.equal(results.filter((result) => result.row).length, 1);
  assert.equal(results.filter((r) => r.problem === 'duplicate').length, 1);
});

test('names what is wrong with a new packet', async (t) => {
  const db = await open(t);
  const create = (values) => packets.createPacket(db, values);
  assert.deepEqual(await create({ variety_id: 99, grams: 5 }), {
    problem: 'unknown reference',
  });
  assert.deepEqual(await create({ variety_id: 1, grams: 0 }), {
    problem: 'invalid',
  });
  assert.deepEqual(await create({ variety_id: 1, grams: null }), {
    problem: 'invalid',
  });
});

test('an absent note stays, null empties it', async (t) => {
  const db = await open(t);
  const changed = await packets.updatePacket(db, 1, 1, { grams: 4 });
  assert.deepEqual(changed.row, { ...first, grams: 4, version: 2 });
  const emptied = await packets.updatePacket(db, 1, 2, { note: null });
  assert.equal(emptied.row.note, null);
});

test('refuses columns that are not on the list', async (t) => {
  const db = await open(t);
  for (const changes of [
    {},
    { note: undefined },
    { id: 9 },
    { 'grams = 0 --': 1 },
  ]) {
    const result = await packets.updatePacket(db, 1, 1, changes);
    assert.deepEqual(result, { problem: 'invalid' });
  }
  assert.deepEqual(await packets.getPacket(db, 1), { row: first });
});

test('tells a missing packet from a changed one', async (t) => {
  const db = await open(t);
  const update = (id) => packets.updatePacket(db, id, 1, { grams: 3 });
  assert.deepEqual(await update(50), { problem: 'not found' });
  const results = await Promise.all([update(1), update(1)]);
  assert.equal(results.filter((result) => result.row).length, 1);
  assert.deepEqual(
    results.find((result) => result.problem)?.problem,
    'changed meanwhile',
  );
});

test('deletes a packet once, and a variety only when unused', async (t) => {
  const db = await open(t);
  assert.deepEqual(await packets.deleteVariety(db, 1), { problem: 'in use' });
  assert.deepEqual(await packets.deletePacket(db, 1), { row: { id: 1 } });
  assert.deepEqual(await packets.deletePacket(db, 1), { problem: 'not found' });
  assert.deepEqual(await packets.deleteVariety(db, 1), { row: { id: 1 } });
});
