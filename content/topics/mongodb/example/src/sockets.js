import { setTimeout as sleep } from 'node:timers/promises';

const TEN_MINUTES = 600_000;
const NAMESPACE_EXISTS = 48;
const DUPLICATE_KEY = 11000;

// #region schema
const validator = {
  $jsonSchema: {
    required: ['site', 'kw', 'freeFrom'],
    properties: {
      site: { bsonType: 'string' },
      kw: { bsonType: 'number' },
      freeFrom: { bsonType: 'date' },
    },
  },
};

export async function openSockets(db) {
  const sockets = db.collection('sockets');
  await db.createCollection('sockets', { validator }).catch((error) => {
    if (error.code !== NAMESPACE_EXISTS) throw error; // not the first start
  });
  await sockets.createIndex({ site: 1, kw: 1, freeFrom: 1 });
  await sockets.createIndex(
    { 'reservation.id': 1 },
    { unique: true, sparse: true },
  );
  return sockets;
}
// #endregion schema

// #region naive
export async function readThenWrite(sockets, { id, driver, site, now }) {
  const free = await sockets.findOne({ site, freeFrom: { $lte: now } });
  if (!free) return null;
  await sleep(5); // a price is calculated
  await sockets.updateOne(
    { _id: free._id },
    {
      $set: {
        freeFrom: new Date(+now + TEN_MINUTES),
        reservation: { id, driver },
      },
    },
  );
  return free;
}
// #endregion naive

// #region reserve
/** Returns the socket, or null if none is free. The same id gets the same one again. */
export async function reserve(sockets, { id, driver, site, minKw, now }) {
  for (const text of [id, driver, site])
    if (typeof text !== 'string') throw new TypeError('expected a string');
  if (!Number.isFinite(minKw)) throw new TypeError('expected a number');
  const before = await sockets.findOne({ 'reservation.id': id });
  if (before) return before;
  try {
    return await sockets.findOneAndUpdate(
      { site, kw: { $gte: minKw }, freeFrom: { $lte: now } },
      {
        $set: {
          freeFrom: new Date(+now + TEN_MINUTES),
          reservation: { id, driver },
        },
      },
      { sort: { kw: 1 }, returnDocument: 'after' },
    );
  } catch (error) {
    if (error.code !== DUPLICATE_KEY) throw error;
    return sockets.findOne({ 'reservation.id': id }); // the same request, twice
  }
}
// #endregion reserve

/** Returns whether this reservation still existed. */
export async function release(sockets, id) {
  if (typeof id !== 'string') throw new TypeError('expected a string');
  const { modifiedCount } = await sockets.updateOne(
    { 'reservation.id': id },
    { $set: { freeFrom: new Date(0) }, $unset: { reservation: '' } },
  );
  return modifiedCount === 1;
}
