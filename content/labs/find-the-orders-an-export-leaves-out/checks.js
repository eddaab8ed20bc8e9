const hour = Date.UTC(2026, 2, 3, 9);
const order = (id, milliseconds) => ({ id, createdAt: hour + milliseconds, total: id * 10 });
const idsOf = (orders) => orders.map(({ id }) => id).join(' ');
const sorted = (orders) => idsOf(orders.toSorted((a, b) => a.id - b.id));

/** Follows `next`, with something done between two pages. */
async function exportAll({ module, assert }, orders, { limit = 3, between = () => {} } = {}) {
  const api = module.createApi(orders);
  const pages = [];
  let after = null;
  do {
    const query = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const response = await api(new Request(`http://shop.test/orders?limit=${limit}${query}`));
    assert.equal(response.status, 200, `Page ${pages.length + 1} of an export should have the status 200, found ${response.status}.`);
    const body = await response.json();
    pages.push(body.orders);
    after = body.next;
    assert.ok(after === null || typeof after === 'string', `next should be a text or null, found ${JSON.stringify(after)}.`);
    if (after !== null) between(pages);
    assert.ok(pages.length < 60, `An export of ${orders.length} orders with ${limit} a page had no end after 60 pages. The last ones were ${pages.slice(-3).map(idsOf).join(' | ')}.`);
  } while (after !== null);
  return pages;
}

export default [
  {
    name: 'Orders of different moments are all exported, oldest first',
    async run(context) {
      const orders = [order(4, 0), order(9, 10), order(1, 20), order(10, 30), order(3, 40)];
      for (const limit of [1, 2, 5, 50]) {
        const found = idsOf((await exportAll(context, orders, { limit })).flat());
        context.assert.equal(found, '4 9 1 10 3', `With ${limit} a page, orders 4, 9, 1, 10 and 3 should be exported in the order of their times. Found ${found}.`);
      }
    },
  },
  {
    name: 'Orders of one moment are all exported, once',
    async run(context) {
      const tables = [
        [order(1, 0), order(2, 0), order(3, 0), order(4, 0), order(5, 7)],
        [order(8, 5), order(9, 5), order(10, 5), order(11, 5), order(1100, 5), order(7, 4), order(12, 6)],
        Array.from({ length: 25 }, (_, at) => order((at * 7) % 25 + 1, Math.floor(at / 9))),
      ];
      for (const orders of tables)
        for (const limit of [1, 2, 3, 4, 6]) {
          const found = (await exportAll(context, orders, { limit })).flat();
          context.assert.equal(sorted(found), sorted(orders), `Several orders were created in the same millisecond. With ${limit} a page, the export found, in the order of IDs, ${sorted(found)}. The table has ${sorted(orders)}.`);
          const times = found.map(({ createdAt }) => createdAt);
          context.assert.deepEqual(times, times.toSorted((a, b) => a - b), `The export should go from the oldest to the newest. Found ${idsOf(found)}.`);
        }
    },
  },
  {
    name: 'A page has as many orders as were asked for',
    async run(context) {
      const orders = Array.from({ length: 11 }, (_, at) => order(at + 1, 0));
      for (const [limit, expected] of [[4, '4 4 3'], [11, '11'], [10, '10 1'], [50, '11']]) {
        const pages = await exportAll(context, orders, { limit });
        const sizes = pages.map(({ length }) => length).join(' ').replace(/ 0$/u, '');
        context.assert.equal(sizes, expected, `Eleven orders of one moment with limit=${limit} should come in pages of ${expected}. Found pages of ${sizes}.`);
      }
      const none = await exportAll(context, []);
      context.assert.deepEqual(none, [[]], `An empty table is one empty page, found ${JSON.stringify(none)}.`);
    },
  },
  {
    name: 'Orders that are added between two pages do not hide others',
    async run(context) {
      const orders = [order(5, 0), order(6, 0), order(7, 0), order(8, 0), order(9, 3)];
      const found = sorted((await exportAll(context, orders, {
        limit: 2,
        between: (pages) => pages.length === 1 && orders.push(order(2, -5), order(20, 9)),
      })).flat());
      context.assert.equal(found, '5 6 7 8 9 20', `After the first page, an older order 2 and a newer order 20 were added. Expected 5 6 7 8 9 20, found ${found}.`);
    },
  },
  {
    name: 'Orders that are deleted between two pages do not hide others',
    async run(context) {
      for (const at of [0, 1]) {
        const orders = [order(5, 0), order(6, 0), order(7, 0), order(8, 0), order(9, 3)];
        let deleted;
        const found = sorted((await exportAll(context, orders, {
          limit: 2,
          between(pages) {
            if (pages.length > 1) return;
            deleted = pages[0][at].id;
            orders.splice(deleted - 5, 1);
          },
        })).flat());
        context.assert.equal(found, '5 6 7 8 9', `Order ${deleted} was deleted after the first page, which had it. The pages together should have had 5 6 7 8 9, found ${found}.`);
      }
    },
  },
  {
    name: 'Bad requests are still refused',
    async run({ module, assert }) {
      const api = module.createApi([order(1, 0)]);
      for (const [path, status] of [['/orders?limit=0', 400], ['/orders?limit=x', 400], ['/customers', 404]]) {
        const response = await api(new Request(`http://shop.test${path}`));
        assert.equal(response.status, status, `GET ${path} should still have the status ${status}, found ${response.status}.`);
      }
      const many = module.createApi(Array.from({ length: 130 }, (_, at) => order(at + 1, at)));
      const { orders } = await (await many(new Request('http://shop.test/orders?limit=500'))).json();
      assert.equal(orders.length, 100, `A page has at most 100 orders, whatever is asked for. Found ${orders.length}.`);
    },
  },
];
