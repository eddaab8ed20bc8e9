import mongoose from 'mongoose';
import { Hive } from './models.js';

export class NotFound extends Error {}
export class Conflict extends Error {}

// #region edit
export async function setFrames(id, { frames, version }) {
  const hive = await findHive(id);
  if (version == null || hive.__v !== version)
    throw new Conflict('someone else has changed it');
  hive.frames = frames;
  try {
    return await hive.save(); // casts, validates, sends the changed paths
  } catch (error) {
    if (error instanceof mongoose.Error.VersionError)
      throw new Conflict('someone else has changed it');
    throw error;
  }
}

async function findHive(id) {
  if (!mongoose.isObjectIdOrHexString(id)) throw new NotFound();
  const hive = await Hive.findById(id);
  if (!hive) throw new NotFound();
  return hive;
}
// #endregion edit

// #region bulk
/** Each hive loses a frame. No validator sees the result of $inc. */
export async function removeFrame(owner) {
  const { modifiedCount } = await Hive.updateMany(
    { owner, frames: mongoose.trusted({ $gte: 1 }) },
    { $inc: { frames: -1, __v: 1 } },
  );
  return modifiedCount;
}
// #endregion bulk

// #region list
export function listHives() {
  return Hive.find()
    .sort({ name: 1 })
    .limit(100)
    .select('name frames owner')
    .populate('owner', 'name')
    .lean();
}
// #endregion list
