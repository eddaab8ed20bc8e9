import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstK, Heap } from '../src/heap.js';

const ascending = (a, b) => a - b;

test('an empty heap returns undefined', () => {
  const heap = new Heap(ascending);
  assert.equal(heap.peek(), undefined);
  assert.equal(heap.pop(), undefined);
  assert.equal(heap.size, 0);
});

test('pops in order, with pushes in between', () => {
  const heap = new Heap(ascending);
  const mirror = [];
  for (let round = 0; round < 5_000; round += 1) {
    if (Math.random() < 0.6) {
      const value = Math.floor(Math.random() * 100);
      heap.push(value);
      mirror.push(value);
    } else {
      mirror.sort(ascending);
      assert.equal(heap.pop(), mirror.shift());
    }
  }
});

test('firstK of none compares nothing', () => {
  const compare = () => assert.fail();
  assert.deepEqual(firstK([3, 1, 2], 0, compare), []);
});

for (const k of [0, 1, 10, 500, 501]) {
  test(`firstK agrees with sorting for k = ${k}`, () => {
    const items = Array.from({ length: 500 }, () =>
      Math.floor(Math.random() * 50),
    );
    const expected = items.toSorted(ascending).slice(0, k);
    assert.deepEqual(firstK(items, k, ascending), expected);
  });
}

test('jobs come out by when they are due', () => {
  const jobs = new Heap((a, b) => a.due - b.due);
  for (const due of [7, 3, 9, 1, 3]) jobs.push({ due });
  const order = [];
  while (jobs.size > 0) order.push(jobs.pop().due);
  assert.deepEqual(order, [1, 3, 3, 7, 9]);
  assert.equal(jobs.pop(), undefined);
});
