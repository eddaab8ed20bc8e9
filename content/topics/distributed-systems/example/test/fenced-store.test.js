import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFencedStore } from '../src/fenced-store.js';

test('the older assignment is refused as soon as there is a newer one', () => {
  const store = createFencedStore();
  store.fence(1);
  assert.equal(store.write('A', 1), 'written');
  store.fence(2);
  assert.equal(store.write('B', 1), 'refused');
  assert.equal(store.write('B', 2), 'written');
  assert.deepEqual(store.bills, ['A', 'B']);
});

test('an older fence that arrives late changes nothing', () => {
  const store = createFencedStore();
  store.fence(2);
  store.fence(1);
  assert.equal(store.write('A', 1), 'refused');
  assert.equal(store.write('A', 2), 'written');
});
