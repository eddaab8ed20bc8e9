import assert from 'node:assert/strict';
import { test } from 'node:test';
import { price } from '../src/quotes.ts';

test('the price of two parcels, and of none', () => {
  assert.equal(price('DE', 2), 1180);
  assert.equal(price('DE', 0), 0);
  assert.equal(price('AQ', 2), undefined);
});
