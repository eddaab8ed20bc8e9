// #region table
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fee } from '../src/fee.js';

const tariff = [
  { rule: 'the first 15 minutes are free', cents: 0, stays: [0, 1, 15] },
  { rule: 'the first hour costs 2.50', cents: 250, stays: [16, 60] },
  { rule: 'each started hour costs 2.50', cents: 500, stays: [61, 120] },
  { rule: 'the fifth hour is below the cap', cents: 1250, stays: [300] },
  { rule: 'a stay costs at most 15.00', cents: 1500, stays: [301, 361, 9000] },
];

for (const { rule, cents, stays } of tariff) {
  for (const minutes of stays) {
    test(`${rule}: ${minutes} minutes`, () => {
      assert.equal(fee(minutes), cents);
    });
  }
}

for (const value of [-1, 15.5, NaN, Infinity, '60', undefined]) {
  test(`${value} (${typeof value}) isn't a number of minutes`, () => {
    assert.throws(() => fee(value), {
      name: 'RangeError',
      message: `not a whole number of minutes: ${value}`,
    });
  });
}
// #endregion table

// #region property
test('staying longer never costs less', () => {
  for (let minutes = 1; minutes <= 600; minutes += 1) {
    assert.ok(fee(minutes) >= fee(minutes - 1), `at ${minutes} minutes`);
  }
});
// #endregion property
