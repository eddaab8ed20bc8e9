import mongoose from 'mongoose';
import { Hive, Owner } from './models.js';

// #region connect
mongoose.set('bufferCommands', false); // not connected: fail at once
mongoose.set('sanitizeFilter', true); // operators in values from outside

const hiveRules = {
  $jsonSchema: {
    required: ['name', 'frames', 'owner', '__v'],
    properties: { frames: { bsonType: 'number', minimum: 0, maximum: 99 } },
  },
};

export async function connect(url) {
  await mongoose.connect(url, {
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
    socketTimeoutMS: 30_000,
  });
  await Promise.all([Hive.createIndexes(), Owner.createIndexes()]);
}

/** For a migration, whose user has the role dbAdmin. */
export async function installValidator() {
  await Hive.createCollection(); // does nothing if it exists
  const collMod = Hive.collection.collectionName;
  await mongoose.connection.db.command({ collMod, validator: hiveRules });
}
// #endregion connect
