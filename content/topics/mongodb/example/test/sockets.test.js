import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openLab, tenSockets } from '../dev/database.js';
import {
  openSockets,
  readThenWrite,
  release,
  reserve,
} from '../src/sockets.js';

let lab, sockets;
before(async () => {
  lab = await openLab();
  sockets = lab.sockets;
});
after(() => lab?.close());
beforeEach(async () => {
  await sockets.deleteMany({});
  await sockets.insertMany(tenSockets());
});

const noon = new Date('2026-11-26T12:00Z');
const minutesLater = (minutes) => new Date(+noon + minutes * 60_000);
const request = (i, more) => ({
  id: `r${i}`,
  driver: `d${i}`,
  site: 'harbor',
  minKw: 0,
  now: noon,
  ...more,
});
const fifty = (method) =>
  Promise.all(
    Array.from({ length: 50 }, (_, i) => method(sockets, request(i))),
  );

test('reading first and writing later gives a socket to several drivers', async () => {
  const given = (await fifty(readThenWrite)).filter(Boolean);
  assert.ok(given.length > 10, `${given.length}`);
});

test('of fifty drivers at once, ten get a socket, each another one', async () => {
  for (let round = 1; round <= 5; round += 1) {
    await sockets.deleteMany({});
    await sockets.insertMany(tenSockets());
    const given = (await fifty(reserve)).filter(Boolean);
    assert.equal(new Set(given.map(({ _id }) => _id)).size, 10);
    assert.equal(given.length, 10);
    for (const { _id, reservation } of given)
      assert.deepEqual(
        (await sockets.findOne({ _id })).reservation,
        reservation,
      );
  }
});

test('the same request twice, one after the other or at once, gets one', async () => {
  const first = await reserve(sockets, request(1));
  assert.equal((await reserve(sockets, request(1)))._id, first._id);
  const both = await Promise.all([
    reserve(sockets, request(2)),
    reserve(sockets, request(2)),
  ]);
  assert.equal(both[0]._id, both[1]._id);
  const reserved = { reservation: { $exists: true } };
  assert.equal(await sockets.countDocuments(reserved), 2);
});

test('the same request twice at once gets the last socket both times', async () => {
  for (let round = 1; round <= 10; round += 1) {
    await sockets.deleteMany({});
    await sockets.insertMany(tenSockets().slice(0, 1));
    const both = await Promise.all([
      reserve(sockets, request(1)),
      reserve(sockets, request(1)),
    ]);
    assert.deepEqual(
      both.map((socket) => socket?._id),
      [1, 1],
    );
  }
});

test('a retry gets its socket when all others are taken', async () => {
  const given = await fifty(reserve);
  const i = given.findIndex(Boolean);
  assert.equal((await reserve(sockets, request(i)))._id, given[i]._id);
});

test('the weakest socket that is strong enough is taken', async () => {
  assert.equal((await reserve(sockets, request(1, { minKw: 30 }))).kw, 50);
  assert.equal((await reserve(sockets, request(2, { minKw: 30 }))).kw, 50);
  assert.equal((await reserve(sockets, request(3, { minKw: 11 }))).kw, 22);
  assert.equal(await reserve(sockets, request(4, { minKw: 99 })), null);
  assert.equal(await reserve(sockets, request(5, { site: 'zoo' })), null);
});

test('a reservation expires after ten minutes', async () => {
  await fifty(reserve);
  const late = (minutes) =>
    reserve(sockets, request(99, { now: minutesLater(minutes) }));
  assert.equal(await late(9), null);
  assert.notEqual(await late(10), null);
});

test('a release frees the socket, but never that of the next driver', async () => {
  await sockets.deleteMany({ _id: { $gt: 1 } });
  await reserve(sockets, request(1));
  const next = await reserve(sockets, request(2, { now: minutesLater(11) }));
  assert.equal(await release(sockets, request(1)), false);
  assert.equal(next.reservation.id, 'r2');
  assert.equal(await reserve(sockets, request(3)), null);
  assert.equal(await release(sockets, request(2)), true);
  assert.equal('reservation' in (await sockets.findOne()), false);
  assert.equal(await release(sockets, request(2)), false);
  assert.notEqual(await reserve(sockets, request(3)), null);
});

test('an expired reservation is not given back, nor to two drivers', async () => {
  await sockets.deleteMany({ _id: { $gt: 1 } });
  await reserve(sockets, request(1));
  const late = { now: minutesLater(30) };
  await assert.rejects(reserve(sockets, request(1, late)), /has expired/);
  assert.equal((await reserve(sockets, request(2, late)))._id, 1);
});

test("another driver's id neither reserves nor releases", async () => {
  const own = await reserve(sockets, request(1));
  const eve = { ...request(1), driver: 'eve' };
  await assert.rejects(reserve(sockets, eve), /unknown id/);
  assert.equal(await release(sockets, eve), false);
  assert.equal((await reserve(sockets, request(1)))._id, own._id);
});

test('operators from a request are refused', async () => {
  const everything = { $ne: null };
  for (const more of [
    { site: everything },
    { id: everything },
    { driver: 7 },
    { minKw: undefined },
  ])
    await assert.rejects(reserve(sockets, request(1, more)), TypeError);
  await assert.rejects(
    release(sockets, { id: everything, driver: 'd1' }),
    TypeError,
  );
});

test('a second start of the service keeps what is there', async () => {
  await openSockets(lab.db);
  assert.equal(await sockets.countDocuments(), 10);
});

const known = process.env.MONGODB_EMULATOR ? { skip: 'emulator' } : {};
test(
  'a socket without freeFrom is refused by the validator',
  known,
  async () => {
    await assert.rejects(
      sockets.insertOne({ _id: 11, site: 'harbor', kw: 22 }),
      { code: 121 },
    );
  },
);

test('a document without freeFrom is never offered', async () => {
  await sockets.deleteMany({});
  await sockets.insertOne(
    { _id: 11, site: 'harbor', kw: 22 },
    { bypassDocumentValidation: true },
  );
  assert.equal(await reserve(sockets, request(1)), null);
});
