const list = () => [{ id: 'c', at: 300 }, { id: 'a', at: 500 }, { id: 'b', at: 300 }, { id: 'e', at: 100 }, { id: 'd', at: 300 }];
const get = async (module, query, events = list()) => {
  const response = await module.createHandler(events)(new Request(`http://log.test/events${query}`));
  return { status: response.status, ...(await response.json()) };
};
const ids = (items) => items.map(({ id }) => id).join(' ');
const next = (page, limit) => `?limit=${limit}&after=${encodeURIComponent(page.next)}`;

export default [
  {
    name: 'The list is sorted by time and id',
    async run({ module, assert }) {
      const { items, next: cursor } = await get(module, '');
      assert.equal(ids(items), 'a b c d e', `Newest first, and by id among equal times: expected a b c d e, found ${ids(items)}.`);
      assert.equal(cursor, null, `All five events fit on one page, so next should be null. Found ${cursor}.`);
    },
  },
  {
    name: 'The pages together hold every event once',
    async run({ module, assert }) {
      const found = [];
      let page = await get(module, '?limit=2');
      found.push(ids(page.items));
      for (let round = 0; page.next && round < 9; round += 1) {
        page = await get(module, next(page, 2));
        found.push(ids(page.items));
      }
      assert.equal(found.join(' | '), 'a b | c d | e', `Expected the pages a b | c d | e, found ${found.join(' | ')}.`);
    },
  },
  {
    name: 'A full last page has no next one',
    async run({ module, assert }) {
      const { items, next: cursor } = await get(module, '?limit=5');
      assert.equal(items.length, 5, `Expected 5 events, found ${items.length}.`);
      assert.equal(cursor, null, 'The page holds the last event, so next should be null.');
    },
  },
  {
    name: 'New events do not shift the pages',
    async run({ module, assert }) {
      const first = await get(module, '?limit=2');
      const second = await get(module, next(first, 2), [...list(), { id: 'z', at: 900 }]);
      assert.equal(ids(second.items), 'c d', `Event z arrived at the top between the pages. The second page should still be c d, found ${ids(second.items)}.`);
    },
  },
  {
    name: 'The event of the cursor may be gone',
    async run({ module, assert }) {
      const first = await get(module, '?limit=2');
      const second = await get(module, next(first, 2), list().filter(({ id }) => id !== 'b'));
      assert.equal(ids(second.items), 'c d', `Event b was deleted between the pages. The second page should still be c d, found ${ids(second.items) || 'nothing'}.`);
    },
  },
  {
    name: 'Bad limits and cursors get 400',
    async run({ module, assert }) {
      for (const query of ['?limit=0', '?limit=101', '?limit=two', '?limit=1.5', '?after=nonsense', '?after=']) {
        const { status } = await get(module, query);
        assert.equal(status, 400, `${query} is not allowed: expected 400, found ${status}.`);
      }
    },
  },
];
