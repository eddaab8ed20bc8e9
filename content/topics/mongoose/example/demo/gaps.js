// What save() refuses and updateMany() lets through.
import { openLab } from '../dev/database.js';
import { Hive, Owner } from '../src/models.js';

const { close } = await openLab();
// Without the validator of the collection, to see what Mongoose does.
await Hive.collection.drop();
const owner = await Owner.create({ name: 'Ida', email: 'ida@example.org' });
const hive = await Hive.create({ name: 'North', frames: '8', owner });
console.log('created with the string 8:', typeof hive.frames, hive.frames);

const attempt = async (label, run) => {
  const outcome = await run().then(
    () => 'stored',
    (error) => `${error.name}: ${error.message}`,
  );
  const { frames } = await Hive.findById(hive._id).lean();
  console.log(`${label}\n  ${outcome}; frames: ${frames}`);
};
const set = (frames) => ({ $set: { frames } });
await attempt('save, -3', () => hive.set({ frames: -3 }).save());
await attempt('updateMany, runValidators, -3', () =>
  Hive.updateMany({}, set(-3), { runValidators: true }),
);
await attempt('updateMany, -3', () => Hive.updateMany({}, set(-3)));
await attempt('updateMany, runValidators, $inc -1', () =>
  Hive.updateMany({}, { $inc: { frames: -1 } }, { runValidators: true }),
);
await attempt('updateMany, a path with a typo', () =>
  Hive.updateMany({}, { $set: { frame: 9 } }),
);
await close();
