import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lru, LruNaive } from '../src/lru.js';

for (const Cache of [LruNaive, Lru]) {
  test(`${Cache.name} evicts the key that was used longest ago`, () => {
    const cache = new Cache(2);
    cache.set('a', 1);
    cache.set('b', 2);
    assert.equal(cache.get('a'), 1);
    cache.set('c', 3);
    assert.equal(cache.get('b'), undefined);
    assert.equal(cache.get('a'), 1);
    assert.equal(cache.get('c'), 3);
  });

  test(`${Cache.name} counts an overwritten key once`, () => {
    const cache = new Cache(2);
    cache.set('a', 1);
    cache.set('a', 9);
    cache.set('b', undefined);
    assert.equal(cache.get('a'), 9);
  });
}

test('both caches agree on 200,000 random operations', () => {
  for (const max of [1, 3, 50]) {
    const naive = new LruNaive(max);
    const fixed = new Lru(max);
    for (let round = 0; round < 200_000; round += 1) {
      const key = Math.floor(Math.random() * max * 2);
      if (Math.random() < 0.5) {
        assert.equal(fixed.get(key), naive.get(key));
      } else {
        naive.set(key, round);
        fixed.set(key, round);
      }
    }
  }
});

test('a cache without a maximum is refused, because it would never evict', () => {
  assert.throws(() => new Lru(), RangeError);
});
