import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fares, total } from './fares.js';

test('a group of ten pays 20% less', () => {
  const group = Array(10).fill('adult');
  assert.equal(total(group), fares.adult * 8);
});
