import { Period } from '../src/period.js';
import { changeUnit, openRentalUnits } from '../src/rental-units.js';
import { fromJobCard } from '../src/workshop.js';

const units = openRentalUnits(':memory:');
units.add('EX-07');
const unitOfSerial = new Map([['SN-4711', 'EX-07']]);
const book = async (bookingId, customerId, from, to) => {
  const result = await changeUnit(units, 'EX-07', (unit) =>
    unit.book(bookingId, customerId, new Period(from, to)),
  );
  console.log(bookingId, result);
};
const workshopSays = async (card) => {
  const { unitId, apply } = fromJobCard(card, unitOfSerial);
  await changeUnit(units, unitId, apply);
  console.log(`job ${card.jobNo}: ${card.jobCode}, ${card.state}`);
};

await book('R1', 'C31', '2026-12-01', '2026-12-05');
await book('R2', 'C77', '2026-12-05', '2026-12-09');
await book('R3', 'C77', '2026-12-10', '2026-12-14');
const card = { serialNo: 'SN-4711', state: 'OPEN', shift: 'B' };
await workshopSays({
  ...card,
  jobNo: 811,
  jobCode: 'COSM',
  start: '2026-12-01',
  plannedEnd: '2026-12-02',
});
await workshopSays({
  ...card,
  jobNo: 812,
  jobCode: 'HYDR',
  start: '2026-12-12',
  plannedEnd: '2026-12-20',
});
await book('R4', 'C12', '2026-12-18', '2026-12-19');
await book('R5', 'C12', '2026-12-21', '2026-12-22');
const { unit } = units.load('EX-07');
console.log('at the gate on Dec 21:', unit.handOver('R5', '2026-12-21'));
for (const { type, bookingId = '' } of units.events())
  console.log(type, bookingId);
