import { migrate, startServer } from '../dev/database.js';
import { connect } from '../src/db.js';
import { listTrips } from '../src/lists.js';
import { defineModels } from '../src/models.js';

const server = await startServer();
const url = await server.createDatabase('club');
migrate(url);
let isLogging = false;
const logging = (text) => {
  if (isLogging) console.log(text.replace('Executing (default): ', ''));
};
const models = defineModels(connect(url, { logging }));
const { Trip, Booking } = models;
for (const title of ['Ridge', 'Lake', 'Forest'])
  await Trip.create({ title, startsOn: '2026-12-05', places: 9 });
for (const hiker of ['M-1', 'M-2', 'M-3'])
  await Booking.create({ tripId: 1, hiker });

// #region counts
const joined = { include: 'bookings' };
console.log((await Trip.findAndCountAll(joined)).count);
console.log((await Trip.findAndCountAll({ ...joined, distinct: true })).count);
// #endregion counts

// #region demo
isLogging = true;
const { pages, trips } = await listTrips(models, 1, 2);
console.log(pages, JSON.stringify(trips[0]));
// #endregion demo
isLogging = false;
await models.sequelize.close();
await server.stop();
