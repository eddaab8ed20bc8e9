const grace = { id: 18, customer: { name: 'Grace', city: 'Rome' }, items: ['lamp', 'desk', 'chair'], paid: true };

export default [
  {
    name: "Ada's order is summarized",
    run({ stdout, assert }) {
      const line = stdout.trimEnd();
      assert.equal(line, 'Order 17 for Ada: 2 items, open', `Expected "Order 17 for Ada: 2 items, open", your program printed "${line}".`);
    },
  },
  {
    name: 'Another order gets its own number, name and count',
    run({ module, assert }) {
      const found = module.summarize(grace);
      assert.ok(
        String(found).startsWith('Order 18 for Grace: 3 items'),
        `Order 18 belongs to Grace and has three items. Expected text that begins with "Order 18 for Grace: 3 items", found "${found}".`,
      );
    },
  },
  {
    name: 'A paid order says so',
    run({ module, assert }) {
      const found = module.summarize(grace);
      assert.equal(found, 'Order 18 for Grace: 3 items, paid', `In this order, paid is true. Expected "Order 18 for Grace: 3 items, paid", found "${found}".`);
    },
  },
  {
    name: 'Every order of this shape is summarized',
    run({ module, assert }) {
      for (const [id, name, items, paid] of [[1, 'Zoë', [], false], [1, 'Zoë', ['tea', 'tea'], true], [200, 'Ken Thompson', ['tea'], true], ['A-7', 'Ada', ['a', 'b', 'c', 'd'], false]]) {
        const order = { id, customer: { name, city: 'Bern' }, items, paid };
        const found = module.summarize(order);
        const expected = `Order ${id} for ${name}: ${items.length} items, ${paid ? 'paid' : 'open'}`;
        assert.equal(found, expected, `For the order ${JSON.stringify(order)} expected "${expected}", found "${found}".`);
      }
    },
  },
];
