import mongoose from 'mongoose';
import { Hive, Owner } from './models.js';

const NAMESPACE_EXISTS = 48;

// #region connect
mongoose.set('bufferCommands', false); // not connected: fail at once
mongoose.set('sanitizeFilter', true); // operators in values from outside

const hiveRules = {
  $jsonSchema: {
    required: ['name', 'frames', 'owner'],
    properties: { frames: { bsonType: 'number', minimum: 0 } },
  },
};

export async function connect(url) {
  await mongoose.connect(url, {
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
    socketTimeoutMS: 30_000,
  });
  await Hive.createCollection({ validator: hiveRules }).catch((error) => {
    if (error.code !== NAMESPACE_EXISTS) throw error;
  });
  await Promise.all([Hive.createIndexes(), Owner.createIndexes()]);
}
// #endregion connect
