import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFencedStore } from '../src/fenced-store.js';

test('the older assignment is refused as soon as there is a newer one', () => {
  const store = createFencedStore(':memory:');
  store.fence(1);
  assert.equal(store.write('A', 1), 'written');
  store.fence(2);
  assert.equal(store.write('B', 1), 'refused');
  assert.equal(store.write('B', 2), 'written');
  assert.deepEqual(store.bills(), ['A', 'B']);
});

test('an older fence that arrives late changes nothing', () => {
  const store = createFencedStore(':memory:');
  store.fence(2);
  store.fence(1);
  assert.equal(store.write('A', 1), 'refused');
  assert.equal(store.write('A', 2), 'written');
});

test('a repeated write adds nothing', () => {
  const store = createFencedStore(':memory:');
  store.fence(1);
  assert.equal(store.write('A', 1), 'written');
  assert.equal(store.write('A', 1), 'written');
  assert.deepEqual(store.bills(), ['A']);
});

test('after a restart of the store, the older assignment is still refused', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'fenced-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'bills.db');
  const before = createFencedStore(file);
  before.fence(2);
  before.close();
  const store = createFencedStore(file);
  store.fence(1);
  assert.equal(store.write('B', 1), 'refused');
  assert.equal(store.write('B', 2), 'written');
  store.close();
});
