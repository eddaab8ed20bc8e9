import { migrate, startServer } from '../dev/database.js';
import { connect } from '../src/db.js';
import { listTrips } from '../src/lists.js';
import { book } from '../src/bookings.js';
import { defineModels } from '../src/models.js';
import net from 'node:net';
const server = await startServer();
const url = await server.createDatabase('club');
migrate(url);
let hang = false,
  conns = new Set();
const proxy = net
  .createServer((c) => {
    const u = net.connect(server.port, '127.0.0.1');
    conns.add(c);
    c.on('data', (d) => hang || u.write(d));
    u.on('data', (d) => hang || c.write(d));
    c.on('error', () => {});
    u.on('error', () => {});
    c.on('close', () => u.destroy());
    u.on('close', () => c.destroy());
  })
  .listen(0);
const purl = url.replace(/:\d+\//, `:${proxy.address().port}/`);
const log = (s) => console.log('   ', s);
const m = defineModels(connect(purl, { logging: false, max: 2 }));
const { Trip, Booking } = m;
const t = await Trip.create({ title: 'R', startsOn: '2026-12-05', places: 9 });
await book(m, 1, 'M-1');
await book(m, 1, 'M-2');
const T = async (n, f) => {
  const s = Date.now();
  try {
    console.log(n, JSON.stringify(await f()));
  } catch (e) {
    console.log(n, e.name, e.message, e.original?.message);
  }
  console.log('   ', Date.now() - s, 'ms');
};
m.sequelize.options.logging = log;
for (const h of [
  ['M-1', 'M-2'],
  { ne: 1 },
  { $ne: null },
  null,
  undefined,
  { 'Op.ne': 1 },
  "x' OR 1=1",
])
  await T('where ' + JSON.stringify(h), () =>
    Booking.count({ where: { hiker: h } }),
  );
for (const h of ['1; DROP TABLE trips', NaN, -1, '2', { a: 1 }])
  await T('limit ' + JSON.stringify(h), () =>
    Trip.findAll({ attributes: ['id'], limit: h }),
  );
await T('order', () =>
  Trip.findAll({ attributes: ['id'], order: [['id', 'DESC; DROP TABLE x']] }),
);
await T('order2', () =>
  Trip.findAll({ attributes: ['id'], order: [['id"; DROP', 'DESC']] }),
);
await T('destroy trip', () => t.destroy());
await T('unknown include', () => Trip.findAll({ include: Booking }));
await T('unawaited', () =>
  m.sequelize.transaction(async (tr) => {
    [1, 2].forEach(async (i) => {
      await Booking.create(
        { tripId: 1, hiker: 'M-9' + i },
        { transaction: tr },
      );
      await Booking.create(
        { tripId: 1, hiker: 'M-8' + i },
        { transaction: tr },
      ).catch((e) => console.log('inner', e.message));
    });
  }),
);
m.sequelize.options.logging = false;
hang = true;
await T('hang select', () => Trip.count());
await T('hang book', () => book(m, 1, 'M-3'));
await T('hang book2', () => book(m, 1, 'M-3'));
hang = false;
await T('after', () => Trip.count());
await T('after book', () => book(m, 1, 'M-3'));
await T('after book', () => book(m, 1, 'M-4'));
let p = m.sequelize.transaction(async (tr) => {
  await Trip.count({ transaction: tr });
  hang = true;
  await Trip.count({ transaction: tr });
});
await T('hang in tx', () => p);
hang = false;
await T('after', () => Promise.all([Trip.count(), Trip.count(), Trip.count()]));
// hang at commit
p = m.sequelize.transaction(async (tr) => {
  await Booking.create({ tripId: 1, hiker: 'M-7' }, { transaction: tr });
  hang = true;
});
await T('hang in commit', () => p);
hang = false;
await T('after', () => Promise.all([Trip.count(), Trip.count(), Trip.count()]));
await T('again', () => book(m, 1, 'M-7'));
await T('close', () => m.sequelize.close());
await T('after close', () => Trip.count());
proxy.close();
for (const c of conns) c.destroy();
await server.stop();
