import mongoose from 'mongoose';

const { Schema, model } = mongoose;

// #region schema
const options = {
  strict: 'throw', // a path that the schema doesn't know is an error
  timestamps: true,
  optimisticConcurrency: true, // save() fails if someone else saved
  autoCreate: false, // a migration creates what needs a validator,
  autoIndex: false, // and connect() the indexes, and waits for them
};

export const Owner = model(
  'Owner',
  new Schema(
    {
      name: { type: String, required: true },
      email: { type: String, required: true, unique: true, lowercase: true },
    },
    options,
  ),
);

export const Hive = model(
  'Hive',
  new Schema(
    {
      name: { type: String, required: true, trim: true },
      frames: { type: Number, required: true, min: 0, max: 99, default: 10 },
      checkedAt: Date,
      owner: { type: Schema.Types.ObjectId, ref: 'Owner', required: true },
    },
    options,
  ),
);
// #endregion schema
