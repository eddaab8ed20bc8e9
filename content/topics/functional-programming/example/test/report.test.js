import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warmest as warmestBefore } from '../src/report-before.js';
import { countRises, warmest } from '../src/report.js';
import { deepFreeze } from './deep-freeze.js';

// #region frozen
const readings = deepFreeze([
  { at: '08:00', celsius: -18 },
  { at: '08:10', celsius: -14 },
]);

test('warmest finds the warmest reading and leaves the list alone', () => {
  assert.equal(warmest(readings).at, '08:10');
});

test('frozen input catches the function that sorts its argument', () => {
  assert.throws(() => warmestBefore(readings), TypeError);
});
// #endregion frozen

test('countRises compares each reading with the one before it', () => {
  assert.equal(countRises(readings), 1);
  assert.equal(countRises(readings.toReversed()), 0);
  assert.equal(countRises([]), 0);
});
