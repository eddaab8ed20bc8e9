import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { openLab } from '../dev/database.js';
import { connect, installValidator } from '../src/connect.js';
import {
  Conflict,
  listHives,
  NotFound,
  removeFrame,
  setFrames,
} from '../src/hives.js';
import { Hive, Owner } from '../src/models.js';

let lab, owner, hive;
before(async () => (lab = await openLab()));
after(() => lab?.close());
beforeEach(async () => {
  await Promise.all([Hive.deleteMany(), Owner.deleteMany()]);
  owner = await Owner.create({ name: 'Ida', email: 'Ida@Example.org' });
  hive = await Hive.create({ name: ' North ', frames: '8', owner });
});

const stored = () => Hive.findById(hive._id).lean();

test('values are cast, trimmed and completed', async () => {
  assert.equal((await stored()).frames, 8);
  assert.equal((await stored()).name, 'North');
  assert.equal(owner.email, 'ida@example.org');
  assert.equal((await Hive.create({ name: 'South', owner })).frames, 10);
});

test('an unknown path, a wrong type, a negative number and infinity are errors', async () => {
  const wrong = [{ frames: 'many' }, { frames: -3 }, { frames: '1e400' }];
  for (const more of [{ frame: 9 }, ...wrong])
    await assert.rejects(async () =>
      Hive.create({ name: 'East', owner, ...more }),
    );
  assert.equal(await Hive.countDocuments(), 1);
});

test('setFrames saves only what changed', async () => {
  const collection = mongoose.connection.collection('hives');
  await collection.updateOne({ _id: hive._id }, { $set: { name: 'Renamed' } });
  const saved = await setFrames(hive.id, { frames: 7, version: 0 });
  assert.equal(saved.__v, 1);
  assert.equal((await stored()).name, 'Renamed');
  assert.equal((await stored()).frames, 7);
});

test('whoever saves second fails, even with another path', async () => {
  const [a, b] = [await Hive.findById(hive._id), await Hive.findById(hive._id)];
  await a.set({ name: 'Renamed' }).save();
  await assert.rejects(b.set({ frames: 3 }).save(), { name: 'VersionError' });
  assert.equal((await stored()).frames, 8);
});

test('of ten edits of the same version, one succeeds', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      setFrames(hive.id, { frames: 20 + i, version: 0 }),
    ),
  );
  const saved = results.filter(({ status }) => status === 'fulfilled');
  assert.equal(saved.length, 1);
  assert.equal((await stored()).frames, saved[0].value.frames);
  for (const { reason } of results)
    if (reason) assert.ok(reason instanceof Conflict, `${reason}`);
});

test('without __v, save() checks nothing, and setFrames refuses', async () => {
  const load = () => Hive.findById(hive._id).select('name frames owner');
  const [a, b] = [await load(), await load()];
  await a.set({ frames: 1 }).save();
  await b.set({ frames: 2 }).save(); // overwrites the 1

  const { insertedId } = await Hive.collection.insertOne(
    { name: 'By a script', frames: 8, owner: owner._id },
    { bypassDocumentValidation: true },
  );
  for (const version of [undefined, null, 0])
    await assert.rejects(
      setFrames(insertedId, { frames: 9, version }),
      Conflict,
    );
});

test('an old version, an unknown id and no id at all', async () => {
  await setFrames(hive.id, { frames: 7, version: 0 });
  await assert.rejects(setFrames(hive.id, { frames: 9, version: 0 }), Conflict);
  for (const id of ['favicon.ico', { $ne: null }, '0'.repeat(24), undefined])
    await assert.rejects(setFrames(id, { frames: 1, version: 0 }), NotFound);
  assert.equal((await stored()).frames, 7);
});

test('a bulk change stops at zero and ends edits of older versions', async () => {
  await Hive.create({ name: 'South', frames: 0, owner });
  assert.equal(await removeFrame(owner._id), 1);
  const frames = (await Hive.find().lean()).map((one) => one.frames);
  assert.deepEqual(frames.sort(), [0, 7]);
  await assert.rejects(setFrames(hive.id, { frames: 9, version: 0 }), Conflict);
  await removeFrame({ $ne: null }).then(
    () => assert.fail('an operator was accepted'),
    (error) => assert.equal(error.name, 'CastError'),
  );
});

test('updateMany does not validate unless you ask, and never the result of $inc', async () => {
  const emulator = Boolean(process.env.MONGODB_EMULATOR);
  const collection = mongoose.connection.collection('hives');
  const set = { $set: { frames: -3 } };
  await assert.rejects(Hive.updateMany({}, set, { runValidators: true }), {
    name: 'ValidationError',
  });
  // Without it, only the validator of the collection is left.
  const unchecked = Hive.updateMany({}, set);
  if (emulator) await unchecked;
  else await assert.rejects(unchecked, { code: 121 });
  await collection.deleteMany({});
});

test('a migration gives the existing collection its validator, and a start needs only readWrite', async (t) => {
  const { mock } = t.mock.method(mongoose.connection.db, 'command');
  await connect(lab.url);
  assert.deepEqual(mock.calls, []);
  await installValidator();
  const [{ collMod, validator }] = mock.calls[0].arguments;
  assert.equal(collMod, 'hives');
  assert.ok(validator.$jsonSchema.required.includes('__v'));
});

test('a list of a hundred hives takes two queries', async () => {
  for (let i = 0; i < 20; i += 1) {
    const other = { name: `O${i}`, email: `o${i}@example.org` };
    await Hive.create({ name: `H${i}`, owner: await Owner.create(other) });
  }
  await Hive.insertMany(
    Array.from({ length: 100 }, (_, i) => ({ name: `G${999 - i}`, owner })),
  );
  const queries = [];
  mongoose.set('debug', (collection, method) => queries.push(collection));
  const list = await listHives();
  mongoose.set('debug', false);
  assert.deepEqual(queries, ['hives', 'owners']);
  assert.equal(list.length, 100);
  const names = list.map((one) => one.name);
  assert.deepEqual(names, names.toSorted());
  assert.ok(list.every((one) => one.owner.name));
  assert.equal(list[0] instanceof mongoose.Document, false);
});

test('connect() waits for the indexes', async (t) => {
  let isBuilt = false;
  t.mock.method(Owner, 'createIndexes', async () => {
    await sleep(50);
    isBuilt = true;
  });
  await connect(lab.url);
  assert.ok(isBuilt);
});

test('of ten owners with one email, one is stored', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      Owner.create({ name: 'Bo', email: 'bo@example.org' }),
    ),
  );
  assert.equal(await Owner.countDocuments({ email: 'bo@example.org' }), 1);
  for (const { reason } of results)
    if (reason) assert.equal(reason.code, 11000);
});
