function setUp(module, answer = (keys) => keys.map((key) => `author ${key}`)) {
  const calls = [];
  const load = module.createLoader(async (keys) => {
    calls.push([...keys]);
    return answer(keys, calls.length);
  });
  return { load, calls };
}
/** Time for a query that nobody needed. */
const later = () => new Promise((resolve) => setTimeout(resolve, 8));
const messageOf = (promise) => promise.then((value) => `the value ${value}`, (error) => error.message);

export default [
  {
    name: 'Each caller gets the value of its key',
    async run({ module, assert }) {
      const { load } = setUp(module);
      const found = await Promise.all([load(3), load(1), load(2)]);
      assert.deepEqual(found, ['author 3', 'author 1', 'author 2'], `Expected the authors 3, 1 and 2, found ${found.join(', ')}.`);
    },
  },
  {
    name: 'All calls of one turn are one query',
    async run({ module, assert }) {
      const { load, calls } = setUp(module);
      await Promise.all([1, 2, 3, 4, 5].map(load));
      await later();
      assert.equal(calls.length, 1, `Five keys were asked for at once: expected 1 query, found ${calls.length}.`);
    },
  },
  {
    name: 'Each key is asked for once',
    async run({ module, assert }) {
      const { load, calls } = setUp(module);
      const found = await Promise.all([7, 7, 8, 7].map(load));
      assert.deepEqual(found, ['author 7', 'author 7', 'author 8', 'author 7'], `Expected the authors 7, 7, 8 and 7, found ${found.join(', ')}.`);
      const again = await load(8);
      assert.equal(again, 'author 8', `Author 8 was loaded before and asked for again: found ${again}.`);
      await later();
      assert.deepEqual(calls, [[7, 8]], `Keys 7 and 8 are needed once each, also later on. Queries: ${JSON.stringify(calls)}.`);
    },
  },
  {
    name: 'Different keys and any values are told apart',
    async run({ module, assert }) {
      const values = new Map([[1, null], ['1', 0], ['constructor', ''], [0, false]]);
      const { load } = setUp(module, (keys) => keys.map((key) => values.get(key)));
      for (const round of ['first', 'second'])
        for (const [key, expected] of values) {
          const found = await load(key).catch((error) => error);
          assert.equal(found, expected, `The value of the key ${JSON.stringify(key)} is ${JSON.stringify(expected)}. The ${round} time it was asked for, found ${found}.`);
        }
    },
  },
  {
    name: 'Two loaders do not share anything',
    async run({ module, assert }) {
      const one = setUp(module, (keys) => keys.map((key) => `post ${key}`));
      const other = setUp(module);
      const found = await Promise.all([one.load(1), other.load(1), other.load(2)]);
      assert.deepEqual(found, ['post 1', 'author 1', 'author 2'], `One loader loads posts and another authors: expected post 1, author 1 and author 2, found ${found.join(', ')}.`);
    },
  },
  {
    name: 'A later turn is another query',
    async run({ module, assert }) {
      const { load, calls } = setUp(module);
      await load(1);
      await Promise.all([load(2), load(3)]);
      assert.deepEqual(calls, [[1], [2, 3]], `Expected the queries [1] and [2,3], found ${JSON.stringify(calls)}.`);
      const slow = setUp(module, async (keys) => {
        await later();
        return keys.map((key) => `author ${key}`);
      });
      const first = slow.load(1);
      await later();
      const found = await Promise.all([first, slow.load(1), slow.load(2)]);
      assert.deepEqual(found, ['author 1', 'author 1', 'author 2'], `Author 2 was asked for while the query for author 1 was running: expected the authors 1, 1 and 2, found ${found.join(', ')}.`);
      assert.deepEqual(slow.calls, [[1], [2]], `Authors 1 and 2 were asked for while the query for author 1 was running: expected the queries [1] and [2], found ${JSON.stringify(slow.calls)}.`);
    },
  },
  {
    name: 'An error concerns its own key, and that key can be tried again',
    async run({ module, assert }) {
      const { load, calls } = setUp(module, (keys, call) => keys.map((key) => (key === 2 && call === 1 ? new RangeError('no author 2') : `author ${key}`)));
      const found = await Promise.all([load(1), load(2), load(3)].map(messageOf));
      assert.deepEqual(found, ['the value author 1', 'no author 2', 'the value author 3'], `Only key 2 should be rejected. Found: ${found.join('; ')}.`);
      assert.equal(await messageOf(load(2)), 'the value author 2', 'Key 2 failed before, so it should be loaded again.');
      assert.deepEqual(calls, [[1, 2, 3], [2]], `Expected the queries [1,2,3] and [2], found ${JSON.stringify(calls)}.`);
    },
  },
  {
    name: 'A failed query rejects everyone who waits',
    async run({ module, assert }) {
      const { load } = setUp(module, () => {
        throw new Error('connection lost');
      });
      const found = await Promise.all([load(1), load(2)].map(messageOf));
      assert.deepEqual(found, ['connection lost', 'connection lost'], `Both should get the error. Found: ${found.join('; ')}.`);
      const other = setUp(module, (keys, call) => {
        if (call === 1) throw new Error('connection lost');
        return keys.map((key) => `author ${key}`);
      });
      await messageOf(other.load(1));
      assert.equal(await messageOf(other.load(1)), 'the value author 1', 'The first query failed, so the key should be loaded again.');
    },
  },
  {
    name: 'A list of the wrong length is an error and not a mix-up',
    async run({ module, assert }) {
      for (const answer of [(keys) => keys.slice(1).map((key) => `author ${key}`), (keys) => [...keys, 'more'].map((key) => `author ${key}`), () => []]) {
        const { load } = setUp(module, answer);
        const found = await Promise.all([load(1), load(2)].map(messageOf));
        assert.ok(found.every((text) => !text.startsWith('the value')), `Two keys and ${answer([1, 2]).length} values: no one can tell whose they are, so both should be rejected. Found: ${found.join('; ')}.`);
      }
    },
  },
];
