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
  requireText(id, driver, site);
  if (!Number.isFinite(minKw)) throw new TypeError('expected a number');
  const before = await findOwn(sockets, { id, driver, now });
  if (before) return before;
  try {
    const taken = await sockets.findOneAndUpdate(
      { site, kw: { $gte: minKw }, freeFrom: { $lte: now } },
      {
        $set: {
          freeFrom: new Date(+now + TEN_MINUTES),
          reservation: { id, driver },
        },
      },
      { sort: { kw: 1 }, returnDocument: 'after' },
    );
    return taken ?? (await findOwn(sockets, { id, driver, now }));
  } catch (error) {
    if (error.code !== DUPLICATE_KEY) throw error;
    const own = await findOwn(sockets, { id, driver, now });
    if (own) return own; // the same request, twice at once
    throw error; // released in the meantime: the caller may try again
  }
}
// #endregion reserve

// #region own
async function findOwn(sockets, { id, driver, now }) {
  const socket = await sockets.findOne({ 'reservation.id': id });
  if (!socket) return null;
  if (socket.reservation.driver !== driver) throw new Error('unknown id');
  if (socket.freeFrom <= now) throw new Error('the reservation has expired');
  return socket;
}
// #endregion own

/** Returns whether this driver's reservation still existed. */
export async function release(sockets, { id, driver }) {
  requireText(id, driver);
  const { modifiedCount } = await sockets.updateOne(
    { 'reservation.id': id, 'reservation.driver': driver },
    { $set: { freeFrom: new Date(0) }, $unset: { reservation: '' } },
  );
  return modifiedCount === 1;
}

function requireText(...values) {
  for (const value of values)
    if (typeof value !== 'string') throw new TypeError('expected a string');
}
