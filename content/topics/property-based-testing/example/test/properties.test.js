import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as wrongPeriods from '../first-try/periods.js';
import * as wrongRecent from '../first-try/recent.js';
import * as wrongTags from '../first-try/tags.js';
import { bookings } from '../properties/arbitraries.js';
import { properties } from '../properties/periods.js';
import { behavesLikeTheModel } from '../properties/recent.js';
import { readsOnlyItsOwn, roundTrip } from '../properties/tags.js';
import { merge } from '../src/periods.js';
import { Recent } from '../src/recent.js';
import * as tags from '../src/tags.js';

// #region tests
for (const [name, property] of Object.entries(properties(merge))) {
  test(`busy periods: ${name}`, () => fc.assert(property, { numRuns: 1_000 }));
}

test('one booking inside another keeps the room busy', () => {
  const inside = [
    [0, 3],
    [1, 2],
  ];
  assert.deepEqual(merge(inside), [[0, 3]]);
});

test('tags survive the column', () => fc.assert(roundTrip(tags)));
test('other text is refused', () => fc.assert(readsOnlyItsOwn(tags)));

test('the cache behaves like its model', () =>
  fc.assert(behavesLikeTheModel(Recent), { numRuns: 500 }));
// #endregion tests

// #region share
test('a tenth of the inputs or more have a booking inside another', () => {
  const isInside = (a, b) => a !== b && b[0] <= a[0] && a[1] < b[1];
  const lists = fc.sample(bookings, { numRuns: 1000, seed: 42 });
  const hits = lists.filter((list) =>
    list.some((a) => list.some((b) => isInside(a, b))),
  );
  assert.ok(hits.length >= 100, `only ${hits.length} of 1000`);
});
// #endregion share

test('the inputs reach the first and the last hour of the day', () => {
  const all = fc.sample(bookings, { numRuns: 1000, seed: 42 }).flat();
  assert.ok(all.some(([from]) => from === 0));
  assert.ok(all.some(([from]) => from === 23));
});

test('each first try has a counterexample', () => {
  const wrong = [
    properties(wrongPeriods.merge)['the same hours are busy'],
    roundTrip(wrongTags),
    behavesLikeTheModel(wrongRecent.Recent),
  ];
  for (const property of wrong) {
    const { failed } = fc.check(property, { seed: 1, numRuns: 1000 });
    assert.equal(failed, true);
  }
});
