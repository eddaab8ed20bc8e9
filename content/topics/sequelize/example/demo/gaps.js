import { literal } from 'sequelize';
import { migrate, startServer } from '../dev/database.js';
import { connect } from '../src/db.js';
import { defineModels } from '../src/models.js';

const server = await startServer();
const url = await server.createDatabase('club');
migrate(url, '--to', '20260901080000-init.cjs');
const { sequelize, Trip } = defineModels(connect(url));
let hook;
Trip.addHook('beforeSave', () => {
  hook = 'runs';
});
const startsOn = '2026-12-05';
const title = 'Lake';

async function attempt(what, call) {
  const trip = await Trip.create({ title, startsOn, places: 0 });
  hook = 'skipped';
  await call(trip, 1); // fine
  const outcome = await call(trip, -2).then(
    () => 'stored',
    () => 'refused',
  );
  console.log(`${what.padEnd(22)} hook ${hook.padEnd(8)} -2: ${outcome}`);
}

// #region demo
await attempt('create', (_, places) =>
  Trip.create({ title, startsOn, places }),
);
await attempt('save', (trip, places) => trip.set({ places }).save());
await attempt('bulkCreate', (_, places) =>
  Trip.bulkCreate([{ title, startsOn, places }]),
);
await attempt('bulkCreate, validate', (_, places) =>
  Trip.bulkCreate([{ title, startsOn, places }], { validate: true }),
);
await attempt('Trip.update', ({ id }, places) =>
  Trip.update({ places }, { where: { id } }),
);
await attempt('Trip.update, literal', ({ id }, places) =>
  Trip.update({ places: literal(`${places}`) }, { where: { id } }),
);
await attempt('increment', (trip, by) => trip.increment({ places: by }));
// #endregion demo

await Trip.destroy({ where: {} });
await sequelize.close();
migrate(url);
console.log('after the migration');
const checked = defineModels(connect(url));
const trip = await checked.Trip.create({ title: 'Ridge', startsOn, places: 0 });
await trip.decrement('places').catch((error) => {
  console.log(`  ${error.name}: ${error.message}`, error.original?.code);
});
await checked.sequelize.close();
await server.stop();
