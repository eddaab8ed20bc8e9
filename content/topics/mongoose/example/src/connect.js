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
  await installValidator(Hive, hiveRules);
  await Promise.all([Hive.createIndexes(), Owner.createIndexes()]);
}

async function installValidator(model, validator) {
  try {
    await model.createCollection({ validator });
  } catch (error) {
    if (error.code !== NAMESPACE_EXISTS) throw error; // not the first start
    const collMod = model.collection.collectionName;
    await mongoose.connection.db.command({ collMod, validator });
  }
}
// #endregion connect
