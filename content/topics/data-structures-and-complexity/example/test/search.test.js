import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerBound } from '../src/search.js';

test('agrees with a linear search on every small input', () => {
  const sorted = [];
  for (let length = 0; length < 40; length += 1) {
    for (let wanted = -1; wanted < 30; wanted += 1) {
      const found = sorted.findIndex((value) => value >= wanted);
      const expected = found === -1 ? sorted.length : found;
      assert.equal(lowerBound(sorted, wanted), expected);
    }
    sorted.push(Math.floor(length / 3) * 2); // with duplicates and gaps
  }
});
