import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchFixed, matchNaive } from '../src/match.js';

for (const match of [matchNaive, matchFixed]) {
  test(`${match.name} ignores case and spaces`, () => {
    const delivery = { parcel: 'PA-1 ', door: 4 };
    assert.deepEqual(match([' pa-1'], [delivery]), [delivery]);
  });

  test(`${match.name} leaves a gap for an unknown parcel`, () => {
    assert.deepEqual(match(['PA-2'], [{ parcel: 'PA-1' }]), [undefined]);
    assert.deepEqual(match(['PA-2'], []), [undefined]);
    assert.deepEqual(match([], [{ parcel: 'PA-1' }]), []);
  });

  // #region duplicate
  test(`${match.name} takes the first of two deliveries`, () => {
    const deliveries = [
      { parcel: 'PA-1', door: 4 },
      { parcel: 'pa-1', door: 9 },
    ];
    assert.equal(match(['PA-1'], deliveries)[0].door, 4);
  });
  // #endregion duplicate
}
