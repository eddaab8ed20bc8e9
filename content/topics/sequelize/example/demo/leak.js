import { migrate, startServer } from '../dev/database.js';
import { bookBadly } from '../src/first-try.js';
import { connect } from '../src/db.js';
import { defineModels } from '../src/models.js';

const server = await startServer();
const url = await server.createDatabase('club');
migrate(url);
const logging = (text) =>
  console.log(text.replace(/ \(.{8}-.*?\):/, ' (a transaction):'));
const models = defineModels(connect(url, { logging }));
const startsOn = '2026-12-05';
const trip = await models.Trip.create(
  { title: 'Ridge', startsOn, places: 0 },
  { logging: false },
);

// #region demo
const error = await bookBadly(models, trip.id, 'M-1').catch((error) => error);
console.log(
  error.message,
  '- bookings left:',
  await models.Booking.count({ logging: false }),
);
// #endregion demo

await models.sequelize.close();
await server.stop();
