const list = () => [{ id: 'c', at: 300 }, { id: 'a', at: 500 }, { id: 'b', at: 300 }, { id: 'e', at: 100 }, { id: 'd', at: 300 }];
const get = async (module, query, events = list()) => {
  const response = await module.createHandler(events)(new Request(`http://log.test/events${query}`));
  return { status: response.status, ...(response.status === 200 && (await response.json())) };
};
const ids = (items) => items.map(({ id }) => id).join(' ');
const next = (page, limit) => `?${limit ? `limit=${limit}&` : ''}after=${encodeURIComponent(page.next)}`;
/** The page behind a cursor, from another handler, as after a restart. */
const follow = async ({ module, assert }, page, limit, events) => {
  const found = await get(module, next(page, limit), events);
  assert.equal(found.status, 200, `A new handler, as after a restart, got the cursor of the page before: expected 200, found ${found.status}.`);
  return found;
};

export default [
  {
    name: 'The list is sorted by time and id',
    async run({ module, assert }) {
      const { items, next: cursor } = await get(module, '');
      assert.equal(ids(items), 'a b c d e', `Newest first, and by id among equal times: expected a b c d e, found ${ids(items)}.`);
      assert.deepEqual(items[0], { id: 'a', at: 500 }, `Items should be whole events, such as {"id":"a","at":500}. Found ${JSON.stringify(items[0])}.`);
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
        page = await follow({ module, assert }, page, 2);
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
    name: "New events don't shift the pages",
    async run({ module, assert }) {
      const first = await get(module, '?limit=2');
      const second = await follow({ module, assert }, first, 2, [...list(), { id: 'z', at: 900 }]);
      assert.equal(ids(second.items), 'c d', `Event z arrived at the top between the pages. The second page should still be c d, found ${ids(second.items)}.`);
    },
  },
  {
    name: 'One handler serves a list that changes',
    async run({ module, assert }) {
      const events = list();
      const handle = module.createHandler(events);
      const ask = async () => (await handle(new Request('http://log.test/events'))).json();
      await ask();
      assert.equal(ids(events), ids(list()), `The array belongs to the caller, and its order was changed to ${ids(events)}.`);
      events.push({ id: 'z', at: 900 });
      const { items } = await ask();
      assert.equal(ids(items), 'z a b c d e', `Event z was added to the array after the first request: expected z a b c d e, found ${ids(items)}.`);
    },
  },
  {
    name: 'The event of the cursor may be gone',
    async run({ module, assert }) {
      const first = await get(module, '?limit=2');
      const second = await follow({ module, assert }, first, 2, list().filter(({ id }) => id !== 'b'));
      assert.equal(ids(second.items), 'c d', `Event b was deleted between the pages. The second page should still be c d, found ${ids(second.items) || 'nothing'}.`);
    },
  },
  {
    name: 'Any ID fits into a cursor',
    async run({ module, assert }) {
      for (const id of ['7', 'zażółć', '日本', '😀', 'a b&c=d+e/f', 'x"y\\z', '~~~>>>', '']) {
        const events = [{ id: 'last', at: 1 }, { id, at: 2 }];
        const first = await get(module, '?limit=1', events);
        assert.equal(first.status, 200, `The first page ends with the event ${JSON.stringify(id)}: expected 200, found ${first.status}.`);
        const second = await follow({ module, assert }, first, 1, events);
        assert.equal(ids(second.items), 'last', `After the event ${JSON.stringify(id)} comes "last". Found ${JSON.stringify(ids(second.items))}.`);
      }
    },
  },
  {
    name: 'Bad limits and cursors get 400',
    async run({ module, assert }) {
      for (const query of ['?limit=0', '?limit=101', '?limit=two', '?limit=1.5', '?limit=-1', '?limit=', '?limit=1e9', '?after=nonsense', '?after=', '?after=0', '?after=null', `?after=${btoa('[]')}`, `?after=${btoa('null')}`, `?after=${btoa('[300]')}`, `?after=${btoa('["300","b"]')}`, `?after=${btoa('[300,7]')}`]) {
        const { status } = await get(module, query);
        assert.equal(status, 400, `${query} isn't allowed: expected 400, found ${status}.`);
      }
      for (const [query, count] of [['?limit=1', 1], ['?limit=100', 5]]) {
        const { status, items } = await get(module, query);
        assert.equal(status, 200, `${query} is allowed: expected 200, found ${status}.`);
        assert.equal(items.length, count, `${query} should give ${count} of 5 events, found ${items.length}.`);
      }
    },
  },
  {
    name: 'Without a limit there are 20 on a page',
    async run({ module, assert }) {
      const events = Array.from({ length: 45 }, (_, at) => ({ id: `e${at + 10}`, at: 1000 - at }));
      const pages = [await get(module, '', events)];
      while (pages.at(-1).next && pages.length < 9)
        pages.push(await follow({ module, assert }, pages.at(-1), undefined, events));
      const found = pages.map(({ items }) => items.length).join(', ');
      assert.equal(found, '20, 20, 5', `45 events should come in pages of 20, 20 and 5. Found ${found}.`);
      assert.equal(ids(pages.flatMap(({ items }) => items)), ids(events), 'The pages together should hold the 45 events from new to old.');
    },
  },
  {
    name: 'Long lists with many equal times are complete, on pages of any size',
    async run({ module, assert }) {
      let state = 11;
      const number = (below) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * below);
      };
      for (const limit of [1, 2, 3, 7, 30]) {
        const names = 'abcdefghijklmnopqrstuvw'.split('');
        const events = names.map((id) => ({ id: `${'zyx'[number(3)]}${id}`, at: number(5) })).toSorted(() => number(2) - 0.5);
        const expected = ids(events.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)));
        const found = [];
        let page = await get(module, `?limit=${limit}`, events);
        for (let round = 0; round < 40; round += 1) {
          found.push(...page.items);
          assert.ok(page.items.length <= limit, `limit=${limit}: a page has ${page.items.length} events.`);
          if (page.next === null) break;
          events.splice(number(events.length), 0, { id: `new${round}`, at: 100 + round });
          page = await follow({ module, assert }, page, limit, events);
        }
        assert.equal(ids(found), expected, `limit=${limit}, with a new event before each page: expected ${expected}, found ${ids(found)}.`);
      }
    },
  },
];
