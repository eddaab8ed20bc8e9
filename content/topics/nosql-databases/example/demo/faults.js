import { openLab, readingsOfTwoDays } from '../dev/database.js';
import {
  addReadings,
  faultsByFilter,
  faultsByIndex,
  readingsOf,
} from '../src/readings.js';

const { db, close } = await openLab();
await addReadings(db, readingsOfTwoDays());

const show = (label, { items, read }) =>
  console.log(`${label}: ${items.length} returned, ${read} read`);
show(
  'one device, across midnight and a month',
  await readingsOf(
    db,
    'T7',
    new Date('2026-11-30T21:00Z'),
    new Date('2026-12-01T02:00Z'),
  ),
);
show('faults of a building, by filter', await faultsByFilter(db, 'B0'));
show('faults of a building, by index', await faultsByIndex(db, 'B0'));
await close();
