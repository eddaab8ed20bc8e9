import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { DataTypes, Op } from 'sequelize';
import { migrate, startServer } from '../dev/database.js';
import { startProxy } from '../dev/proxy.js';
import { book, cancel } from '../src/bookings.js';
import { connect } from '../src/db.js';
import { bookBadly } from '../src/first-try.js';
import { listTrips } from '../src/lists.js';
import { defineModels } from '../src/models.js';

const startsOn = '2026-12-05';
const sent = [];
let server, url, models;
before(async () => {
  server = await startServer();
  url = await server.createDatabase('club');
  migrate(url);
  models = defineModels(connect(url, { logging: (text) => sent.push(text) }));
  // Open the pool's connections, so that calls at once really meet.
  const waits = Array.from({ length: 5 }, () =>
    models.sequelize.query('SELECT pg_sleep(0.5)'),
  );
  await Promise.all(waits);
});
after(async () => {
  await models.sequelize.close();
  await server.stop();
});
beforeEach(() => models.Trip.truncate({ cascade: true }));

const createTrip = (places) =>
  models.Trip.create({ title: 'Ridge', startsOn, places });
const bookingsOf = ({ id }) => models.Booking.count({ where: { tripId: id } });
const hikers = (length) => Array.from({ length }, (_, i) => `M-${i}`);

test('twenty hikers at once get the three places', async () => {
  const trip = await createTrip(3);
  const outcomes = await Promise.all(
    hikers(20).map((hiker) => book(models, trip.id, hiker)),
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'booked').length, 3);
  assert.equal(outcomes.filter((outcome) => outcome === 'full').length, 17);
  assert.equal((await trip.reload()).places, 0);
  assert.equal(await bookingsOf(trip), 3);
});

test('a request that is sent twice takes one place', async () => {
  const trip = await createTrip(2);
  const outcomes = await Promise.all(
    [1, 2].map(() => book(models, trip.id, 'M-1')),
  );
  assert.deepEqual(outcomes.sort(), ['booked', 'booked already']);
  assert.equal((await trip.reload()).places, 1);
});

test('a repeated booking is known even if the trip is full by now', async () => {
  const trip = await createTrip(1);
  assert.equal(await book(models, trip.id, 'M-1'), 'booked');
  assert.equal(await book(models, trip.id, 'M-1'), 'booked already');
});

test('unknown trips and ids that cannot exist', async () => {
  for (const id of [
    0,
    -1,
    1.5,
    2 ** 31,
    '1',
    null,
    undefined,
    [1],
    2 ** 31 - 1,
  ])
    assert.equal(await book(models, id, 'M-1'), 'no such trip');
  assert.equal(await cancel(models, 2 ** 31, 'M-1'), 'not booked');
});

test('a hiker that is not a member number is refused', async () => {
  const trip = await createTrip(1);
  for (const hiker of [
    '',
    'Ana',
    `M-${'1'.repeat(300)}`,
    null,
    undefined,
    ['M-1'],
    { ne: 1 },
  ])
    await assert.rejects(book(models, trip.id, hiker), {
      name: 'SequelizeValidationError',
    });
  assert.equal((await trip.reload()).places, 1);
});

test('two cancellations at once give back one place', async () => {
  const trip = await createTrip(1);
  await book(models, trip.id, 'M-1');
  const outcomes = await Promise.all(
    [1, 2].map(() => cancel(models, trip.id, 'M-1')),
  );
  assert.deepEqual(outcomes.sort(), ['canceled', 'not booked']);
  assert.equal((await trip.reload()).places, 1);
});

test('a list of hikers cancels nothing', async () => {
  const trip = await createTrip(2);
  for (const hiker of ['M-1', 'M-2']) await book(models, trip.id, hiker);
  assert.equal(await cancel(models, trip.id, ['M-1', 'M-2']), 'not booked');
  assert.equal(await bookingsOf(trip), 2);
});

test('a trip with bookings cannot be deleted', async () => {
  const trip = await createTrip(1);
  await book(models, trip.id, 'M-1');
  await assert.rejects(trip.destroy(), {
    name: 'SequelizeForeignKeyConstraintError',
  });
});

// #region one-connection
test('every query of a change is in its transaction', async () => {
  const trip = await createTrip(1);
  const single = defineModels(connect(url, { max: 1, acquire: 500 }));
  try {
    assert.equal(await book(single, trip.id, 'M-1'), 'booked');
    assert.equal(await cancel(single, trip.id, 'M-1'), 'canceled');
    await assert.rejects(bookBadly(single, trip.id, 'M-2'), {
      name: 'SequelizeConnectionAcquireTimeoutError',
    });
  } finally {
    await single.sequelize.close();
  }
});
// #endregion one-connection

test('the first try leaves a booking behind', async () => {
  const trip = await createTrip(0);
  await assert.rejects(bookBadly(models, trip.id, 'M-1'), { message: 'full' });
  assert.equal(await bookingsOf(trip), 1);
});

test('a page has its trips, all their bookings, and three statements', async () => {
  for (let i = 0; i < 5; i++) {
    const trip = await createTrip(9);
    for (const hiker of hikers(3)) await book(models, trip.id, hiker);
  }
  sent.length = 0;
  const { pages, trips } = await listTrips(models, 1, 2);
  assert.equal(sent.length, 3);
  assert.equal(pages, 3);
  assert.deepEqual(
    trips.map((trip) => trip.bookings.map(({ hiker }) => hiker)),
    [hikers(3), hikers(3)],
  );
  const where = { tripId: trips[0].id, hiker: 'M-0' };
  await models.Booking.update({ hiker: 'M-5' }, { where }); // moves its row
  const [changed] = (await listTrips(models, 1, 2)).trips;
  assert.deepEqual(
    changed.bookings.map(({ hiker }) => hiker),
    ['M-5', 'M-1', 'M-2'],
  );
  await book(models, trips[0].id, 'M-9'); // and the trip's row
  const ids = [];
  for (const page of [1, 2, 3, 4])
    ids.push(...(await listTrips(models, page, 2)).trips.map(({ id }) => id));
  assert.equal(new Set(ids).size, 5);
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  );
});

test('a page that is not a number is refused', async () => {
  for (const page of [0, -1, NaN, 1.5, Infinity, '1', null])
    await assert.rejects(listTrips(models, page), RangeError);
});

test('the database refuses negative places, whatever the call', async () => {
  await assert.rejects(createTrip(-1), { name: 'SequelizeValidationError' });
  const trip = await createTrip(0);
  await assert.rejects(
    trip.decrement('places'),
    ({ original }) => original.code === '23514',
  );
});

test('every connection has its time limits', async () => {
  for (const [name, value] of [
    ['lock_timeout', '2s'],
    ['statement_timeout', '5s'],
    ['idle_in_transaction_session_timeout', '10s'],
  ]) {
    const [row] = await models.sequelize.query(`SHOW ${name}`);
    assert.equal(row[name], value);
  }
});

test('a database that does not respond fails in time, and comes back', async () => {
  const trip = await createTrip(3);
  const proxy = await startProxy(server.port);
  const through = url.replace(`:${server.port}/`, `:${proxy.port}/`);
  const remote = defineModels(connect(through, { max: 2 }));
  try {
    assert.equal(await book(remote, trip.id, 'M-1'), 'booked');
    proxy.isHanging = true;
    const started = Date.now();
    await Promise.all(
      hikers(4).map((hiker) => assert.rejects(book(remote, trip.id, hiker))),
    );
    assert.ok(Date.now() - started < 13_000);
    proxy.isHanging = false;
    assert.equal(await book(remote, trip.id, 'M-2'), 'booked');
  } finally {
    proxy.stop();
    await remote.sequelize.close();
  }
});

test('a connection that never opens gives its slot back', async () => {
  const trip = await createTrip(1);
  const proxy = await startProxy(server.port);
  proxy.isHanging = true;
  const through = url.replace(`:${server.port}/`, `:${proxy.port}/`);
  const remote = defineModels(connect(through, { max: 1 }));
  try {
    await assert.rejects(book(remote, trip.id, 'M-1'));
    proxy.isHanging = false;
    assert.equal(await book(remote, trip.id, 'M-1'), 'booked');
  } finally {
    proxy.stop();
    await remote.sequelize.close();
  }
});

test('a migration that fails leaves nothing behind, and can be repeated', async () => {
  const other = await server.createDatabase('other');
  migrate(other, '--to', '20260901080000-init.cjs');
  const { sequelize, Trip } = defineModels(connect(other));
  try {
    await Trip.bulkCreate([{ title: 'Ridge', startsOn, places: -1 }]);
    assert.throws(() => migrate(other));
    const columns = await sequelize.getQueryInterface().describeTable('trips');
    assert.ok(!('meeting_point' in columns));
    const where = { places: { [Op.lt]: 0 } };
    await Trip.update({ places: 0 }, { where });
    migrate(other);
  } finally {
    await sequelize.close();
  }
});

test('the models and the migrations describe the same tables', async () => {
  const synced = await server.createDatabase('synced');
  const fromModels = defineModels(connect(synced));
  const { sequelize, Trip } = fromModels;
  try {
    await sequelize.sync();
    for (const table of ['trips', 'bookings']) {
      const expected = await sequelize.getQueryInterface().describeTable(table);
      const actual = await models.sequelize
        .getQueryInterface()
        .describeTable(table);
      for (const [column, { type, allowNull }] of Object.entries(expected)) {
        assert.equal(actual[column]?.type, type, `${table}.${column}`);
        assert.equal(actual[column].allowNull, allowNull, `${table}.${column}`);
      }
    }
    const trip = await Trip.create({ title: 'Ridge', startsOn, places: 1 });
    await book(fromModels, trip.id, 'M-1');
    await assert.rejects(trip.destroy(), {
      name: 'SequelizeForeignKeyConstraintError',
    });
  } finally {
    await sequelize.close();
  }
});

test('a class field hides the column', async () => {
  const { Model } = await import('sequelize');
  class Guide extends Model {
    name;
  }
  const { sequelize } = models;
  Guide.init({ name: DataTypes.STRING }, { sequelize, modelName: 'Guide' });
  const guide = Guide.build({ name: 'Ana' });
  assert.equal(guide.name, undefined);
  assert.equal(guide.get('name'), 'Ana');
});
