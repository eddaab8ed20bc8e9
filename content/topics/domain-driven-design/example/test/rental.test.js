import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Period } from '../src/period.js';
import { RentalUnit } from '../src/rental-unit.js';
import {
  changeUnit,
  Conflict,
  openRentalUnits,
  UnknownUnit,
} from '../src/rental-units.js';
import { fromJobCard } from '../src/workshop.js';

const days = (from, to) => new Period(`2026-12-${from}`, `2026-12-${to}`);

test('a period has real days, and does not end before it begins', () => {
  for (const [from, to] of [
    ['2026-12-09', '2026-12-01'],
    ['2026-02-30', '2026-03-01'],
    ['2026-12-1', '2026-12-02'],
    [undefined, '2026-12-02'],
    ['', ''],
    [['2026-12-01'], '2026-12-02'],
  ]) {
    assert.throws(() => new Period(from, to), RangeError);
  }
});

test('a period does not change', () => {
  assert.throws(() => (days('01', '02').to = '2026-12-09'), TypeError);
});

test('a unit takes only periods', () => {
  const unit = new RentalUnit('EX-07');
  const loose = { from: 'x', to: 'y' };
  assert.throws(() => unit.book('R1', 'C1', loose), TypeError);
  assert.throws(() => unit.takeOutOfService('job', loose), TypeError);
});

test('two rentals do not share a day', () => {
  const unit = new RentalUnit('EX-07');
  unit.book('R1', 'C1', days('01', '05'));
  assert.deepEqual(unit.book('R2', 'C2', days('05', '09')), {
    refused: 'rented until 2026-12-05',
  });
  assert.deepEqual(unit.book('R3', 'C2', days('06', '09')), { booked: 'R3' });
});

test('a machine that is out of service is not rented', () => {
  const unit = new RentalUnit('EX-07');
  unit.takeOutOfService('hydraulics', days('12', '20'));
  assert.ok(unit.book('R1', 'C1', days('18', '19')).refused);
  unit.returnToService('hydraulics');
  assert.ok(unit.book('R1', 'C1', days('18', '19')).booked);
});

test('an outage displaces the rentals that it overlaps, and only those', () => {
  const unit = new RentalUnit('EX-07');
  unit.book('R1', 'C1', days('01', '05'));
  unit.book('R2', 'C2', days('10', '14'));
  unit.takeEvents();
  unit.takeOutOfService('hydraulics', days('12', '20'));
  assert.deepEqual(unit.takeEvents().slice(1), [
    {
      type: 'BookingDisplaced',
      unit: 'EX-07',
      bookingId: 'R2',
      customerId: 'C2',
    },
  ]);
});

test('a longer estimate displaces more, a shorter one frees the rest', () => {
  const unit = new RentalUnit('EX-07');
  unit.takeOutOfService('hydraulics', days('12', '20'));
  unit.takeOutOfService('hydraulics', days('12', '14'));
  assert.ok(unit.book('R1', 'C1', days('15', '19')).booked);
});

test('the same booking twice is one booking', () => {
  const unit = new RentalUnit('EX-07');
  unit.book('R1', 'C1', days('01', '05'));
  assert.deepEqual(unit.book('R1', 'C1', days('01', '05')), { booked: 'R1' });
  assert.ok(unit.book('R1', 'C2', days('01', '05')).refused);
  assert.equal(unit.takeEvents().length, 1);
});

test('a late repair: nothing is handed over before the unit is back', () => {
  const unit = new RentalUnit('EX-07');
  unit.takeOutOfService('hydraulics', days('12', '20'));
  unit.book('R1', 'C1', days('21', '24'));
  assert.deepEqual(unit.handOver('R1', '2026-12-21'), {
    refused: 'still out of service',
  });
  unit.returnToService('hydraulics');
  assert.deepEqual(unit.handOver('R1', '2026-12-22'), { handedOver: 'R1' });
  unit.takeEvents();
  const loaded = RentalUnit.fromState('EX-07', unit.toState());
  assert.deepEqual(loaded.handOver('R1', '2026-12-22'), { handedOver: 'R1' });
  assert.equal(loaded.hasChanged, false); // the request came twice
  assert.ok(unit.handOver('R1', '2026-12-25').refused);
  assert.ok(unit.handOver('R9', '2026-12-22').refused);
});

test('no order of calls breaks a rule', () => {
  const pick = (n) => Math.floor(Math.random() * n);
  const unit = new RentalUnit('EX-07');
  for (let n = 0; n < 1_000; n += 1) {
    const from = 1 + pick(27);
    const two = (day) => String(day).padStart(2, '0');
    const period = days(two(from), two(from + pick(28 - from)));
    const act = pick(3);
    if (act === 0) unit.book(`R${pick(50)}`, `C${pick(3)}`, period);
    if (act === 1) unit.takeOutOfService(`job ${pick(5)}`, period);
    if (act === 2) unit.returnToService(`job ${pick(5)}`);

    const { bookings, outages } = JSON.parse(unit.toState());
    const rented = bookings.map(([, booking]) => booking.period);
    const out = outages.map(([, outage]) => outage);
    const clash = (a, b) => a.from <= b.to && b.from <= a.to;
    for (const [i, a] of rented.entries()) {
      assert.ok(!rented.slice(i + 1).some((b) => clash(a, b)));
      assert.ok(!out.some((b) => clash(a, b)));
    }
  }
});

/** A store with one unit. */
function fleet() {
  const units = openRentalUnits(':memory:');
  units.add('EX-07');
  return units;
}

test('a saved unit is the same after loading, with its events once', () => {
  const units = fleet();
  const { unit, version } = units.load('EX-07');
  unit.book('R1', 'C1', days('01', '05'));
  unit.takeOutOfService('hydraulics', days('12', '20'));
  units.save(unit, version);
  const again = units.load('EX-07');
  assert.equal(again.unit.toState(), unit.toState());
  units.save(again.unit, again.version);
  assert.equal(units.events().length, 2);
});

test('there are no units that no one has added', async () => {
  const book = (unit) => unit.book('R1', 'C1', days('01', '05'));
  await assert.rejects(changeUnit(fleet(), 'EX-70', book), UnknownUnit);
});

test('twelve clerks at once: one rental, eleven refusals', async () => {
  const units = fleet();
  const clerk = (_, n) =>
    changeUnit(units, 'EX-07', async (unit) => {
      const result = unit.book(`R${n}`, 'C1', days('01', '05'));
      await sleep(5);
      return result;
    });
  const results = await Promise.all(Array.from({ length: 12 }, clerk));
  assert.equal(results.filter(({ booked }) => booked).length, 1);
  assert.equal(results.filter(({ refused }) => refused).length, 11);
  assert.equal(units.events().length, 1);
});

test('a unit that has changed since is not saved, nor are its events', () => {
  const units = fleet();
  const [first, second] = [units.load('EX-07'), units.load('EX-07')];
  first.unit.book('R1', 'C1', days('01', '05'));
  second.unit.book('R2', 'C2', days('01', '05'));
  units.save(first.unit, first.version);
  assert.throws(() => units.save(second.unit, second.version), Conflict);
  assert.equal(units.events().length, 1);
});

/** A store in a file, and another connection to it. */
function shared(t) {
  const folder = mkdtempSync(join(tmpdir(), 'rental-'));
  const file = join(folder, 'units.db');
  const units = openRentalUnits(file);
  units.add('EX-07');
  t.after(() => rmSync(folder, { recursive: true }));
  return { units, file };
}

test('a save that failed can be repeated, with its events', (t) => {
  const { units, file } = shared(t);
  const other = new DatabaseSync(file);
  other.exec(`CREATE TRIGGER full BEFORE INSERT ON event
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  const { unit, version } = units.load('EX-07');
  unit.book('R1', 'C1', days('01', '05'));
  assert.throws(() => units.save(unit, version), /disk full/);
  other.exec('DROP TRIGGER full');
  other.close();
  units.save(unit, version);
  assert.equal(units.events().length, 1);
  assert.equal(units.load('EX-07').unit.toState(), unit.toState());
});

test('waits while another process writes', async (t) => {
  const { units, file } = shared(t);
  const writer = new Worker(
    `const { DatabaseSync } = require('node:sqlite');
    const { parentPort, workerData } = require('node:worker_threads');
    const db = new DatabaseSync(workerData);
    db.exec('BEGIN IMMEDIATE');
    parentPort.postMessage('writing');
    setTimeout(() => { db.exec('COMMIT'); db.close(); }, 300);`,
    { eval: true, workerData: file },
  );
  await once(writer, 'message');
  const result = await changeUnit(units, 'EX-07', (unit) =>
    unit.book('R1', 'C1', days('01', '05')),
  );
  assert.deepEqual(result, { booked: 'R1' });
  await once(writer, 'exit');
});

const card = {
  jobNo: 812,
  jobCode: 'HYDR',
  state: 'OPEN',
  serialNo: 'SN-4711',
  start: '2026-12-12',
  plannedEnd: '2026-12-20',
};
const unitOfSerial = new Map([['SN-4711', 'EX-07']]);
/** Tells a unit about a job card. */
const tell = (unit, changes) =>
  fromJobCard({ ...card, ...changes }, unitOfSerial).apply(unit);
const isRefused = (unit) =>
  'refused' in unit.book('R1', 'C1', days('18', '19'));

test('paint and inspections do not matter to rental, unknown codes do', () => {
  for (const [jobCode, refused] of [
    ['COSM', false],
    ['INSP', false],
    ['NEW1', true],
  ]) {
    const unit = new RentalUnit('EX-07');
    tell(unit, { jobCode });
    assert.equal(isRefused(unit), refused);
  }
});

for (const change of [{ state: 'CLOSED' }, { jobCode: 'COSM' }]) {
  test(`a job that becomes ${JSON.stringify(change)} frees the unit`, () => {
    const unit = new RentalUnit('EX-07');
    tell(unit, {});
    assert.ok(isRefused(unit));
    tell(unit, change);
    assert.ok(!isRefused(unit));
  });
}

test('a job card is for the unit with its serial number', () => {
  assert.equal(fromJobCard(card, unitOfSerial).unitId, 'EX-07');
  const unknown = { ...card, serialNo: 'SN-1' };
  assert.throws(() => fromJobCard(unknown, unitOfSerial), /SN-1/);
});
