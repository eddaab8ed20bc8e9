const filled = (module, keys, limit = 3) => {
  const cache = module.createCache(limit);
  for (const key of keys) cache.set(key, `value ${key}`);
  return cache;
};
const kept = (cache) => ['a', 'b', 'c', 'd', 'e'].filter((key) => cache.has(key)).join('');

export default [
  {
    name: 'Values come back',
    run({ module, assert }) {
      const cache = filled(module, ['a', 'b']);
      assert.equal(cache.get('a'), 'value a', `Expected "value a", found ${cache.get('a')}.`);
      assert.equal(cache.get('z'), undefined, `Nothing is stored under z. Found ${cache.get('z')}.`);
      assert.equal(cache.has('z'), false, `get('z') found nothing, and now has('z') is ${cache.has('z')}.`);
      assert.equal(cache.size, 2, `Two entries are stored, and size is ${cache.size}.`);
      cache.set('a', 'new');
      assert.equal(cache.get('a'), 'new', `a was written again: expected "new", found ${cache.get('a')}.`);
    },
  },
  {
    name: 'There are never more entries than the limit',
    run({ module, assert }) {
      const cache = filled(module, ['a', 'b', 'c', 'd', 'e']);
      assert.equal(cache.size, 3, `The limit is 3, and the cache holds ${cache.size}.`);
      assert.equal(kept(cache), 'cde', `Without reads the oldest go: expected c, d and e. Found ${kept(cache)}.`);
    },
  },
  {
    name: 'An entry that was read stays',
    run({ module, assert }) {
      const cache = filled(module, ['a', 'b', 'c']);
      cache.get('a');
      cache.set('d', 1);
      assert.equal(kept(cache), 'acd', `a was read after b was written, so b is the one to forget: expected a, c, d. Found ${kept(cache)}.`);
    },
  },
  {
    name: 'Writing an entry again is a use, and pushes nothing out',
    run({ module, assert }) {
      const cache = filled(module, ['a', 'b', 'c', 'b']);
      assert.equal(kept(cache), 'abc', `b was only written again: expected a, b, c. Found ${kept(cache)}.`);
      cache.set('d', 1);
      cache.set('e', 1);
      assert.equal(kept(cache), 'bde', `b was written after c, so a and then c go: expected b, d, e. Found ${kept(cache)}.`);
    },
  },
  {
    name: 'Asking whether a key is there is not a use',
    run({ module, assert }) {
      const cache = filled(module, ['a', 'b', 'c']);
      cache.has('a');
      cache.set('d', 1);
      assert.equal(kept(cache), 'bcd', `has('a') must not keep a alive: expected b, c, d. Found ${kept(cache)}.`);
    },
  },
  {
    name: 'The value undefined is kept like any other',
    run({ module, assert }) {
      const cache = filled(module, ['a', 'b']);
      cache.set('u', undefined);
      cache.get('a');
      cache.get('b');
      cache.get('u');
      cache.set('d', 1);
      assert.ok(cache.has('u') && !cache.has('a'), 'u holds undefined and was read last, so a is the one to forget.');
    },
  },
  {
    name: 'A long series of calls keeps the right entries',
    run({ module, assert }) {
      let state = 7;
      const next = (limit) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * limit);
      };
      for (const limit of [1, 2, 3, 5]) {
        const cache = module.createCache(limit);
        /** Keys and values, the one that was used longest ago first. */
        let expected = [];
        for (let step = 1; step <= 80; step += 1) {
          const key = ['a', 'b', 'c', 'd', 'e', 1, '1', undefined][next(8)];
          const entry = expected.find((each) => each.key === key);
          const what = `Limit ${limit}, call ${step}`;
          if (next(2) === 0) {
            const found = cache.get(key);
            assert.equal(found, entry?.value, `${what}: get(${JSON.stringify(key)}) should give ${entry?.value}, found ${found}.`);
            if (entry) expected = [...expected.filter((each) => each !== entry), entry];
          } else {
            cache.set(key, step);
            expected = [...expected.filter((each) => each !== entry), { key, value: step }].slice(-limit);
          }
          assert.equal(cache.size, expected.length, `${what}: expected ${expected.length} entries, found ${cache.size}.`);
          const lost = expected.find((each) => !cache.has(each.key));
          assert.equal(lost, undefined, `${what}: ${JSON.stringify(lost?.key)} should be there, and another entry was used longer ago.`);
        }
      }
    },
  },
];
