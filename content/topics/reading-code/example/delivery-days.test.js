import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../src/shipping/plan.js';

// What the program does today, right or wrong.
const today = [
  // zone, ordered on, arrival
  ['A', '2026-05-05', '2026-05-07'],
  ['A', '2026-05-08', '2026-05-11'],
  ['I', '2026-05-05', '2026-05-08'],
  ['I', '2026-05-07', '2026-05-11'],
  ['K', '2026-05-05', '2026-05-08'],
  ['K', '2026-05-07', '2026-05-11'],
];

for (const [zone, orderedOn, arrival] of today) {
  test(`zone ${zone}, ordered on ${orderedOn}`, () => {
    assert.equal(plan({ zone, orderedOn }).arrival, arrival);
  });
}
