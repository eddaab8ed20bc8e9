function make(fail = {}) {
  const saved = [];
  const items = [];
  const logged = [];
  let running = 0;
  let most = 0;
  return {
    saved,
    items,
    logged,
    most: () => most,
    tools: {
      async save(item) {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        const planned = Object.hasOwn(fail, item.id) ? fail[item.id] : undefined;
        const error = planned?.shift?.() ?? (Array.isArray(planned) ? undefined : planned);
        if (error) throw error;
        saved.push(item.id);
        items.push(item);
      },
      log: (error) => logged.push(error.message),
    },
  };
}
const words = (results) => (results ?? []).map(({ status, error }) => error ?? status).join(', ');

export default [
  {
    name: 'Good items are saved, each with its result',
    async run({ module, assert }) {
      const { saved, tools } = make();
      const { status, body } = await module.saveBatch([{ id: 'tea', stock: 4 }, { id: 'pot', stock: 0 }], tools);
      assert.equal(status, 200, `Expected 200, found ${status}.`);
      assert.deepEqual(saved, ['tea', 'pot'], `Expected both to be saved, found ${saved.join(', ')}.`);
      assert.deepEqual(body.results, [{ index: 0, status: 'saved', id: 'tea' }, { index: 1, status: 'saved', id: 'pot' }], `Found ${JSON.stringify(body)}.`);
    },
  },
  {
    name: 'An item is saved as it came',
    async run({ module, assert }) {
      const { items, tools } = make();
      const sent = [{ id: 'tea', stock: 4, shelf: 'A3' }, { id: ' ', stock: 1 }, { id: 'constructor', stock: 2 }, { id: '__proto__', stock: 2 }];
      const { body } = await module.saveBatch(sent, tools);
      assert.equal(words(body.results), 'saved, saved, saved, saved', `All four items have a string as id, the second a space: expected saved four times, found ${words(body.results)}.`);
      assert.deepEqual(items, sent, `save should get the items as they are, found ${JSON.stringify(items)}.`);
    },
  },
  {
    name: "A body that isn't a batch is refused as a whole",
    async run({ module, assert }) {
      for (const body of [undefined, null, {}, 'tea', []]) {
        const { tools } = make();
        const found = await module.saveBatch(body, tools);
        assert.deepEqual(found, { status: 400, body: { error: 'items_required' } }, `For ${JSON.stringify(body)} found ${JSON.stringify(found)}.`);
      }
    },
  },
  {
    name: 'More than 100 items are refused, and none is saved',
    async run({ module, assert }) {
      const items = Array.from({ length: 101 }, (_, i) => ({ id: `p${i}`, stock: 1 }));
      const { saved, tools } = make();
      const found = await module.saveBatch(items, tools);
      assert.deepEqual(found, { status: 400, body: { error: 'too_many_items' } }, `For 101 items found ${JSON.stringify(found).slice(0, 80)}.`);
      assert.equal(saved.length, 0, `Nothing should be saved, found ${saved.length}.`);
      const { status } = await module.saveBatch(items.slice(1), make().tools);
      assert.equal(status, 200, `100 items are allowed: expected 200, found ${status}.`);
    },
  },
  {
    name: 'A bad item does not keep the others from being saved',
    async run({ module, assert }) {
      const items = [{ id: 'tea', stock: 4 }, null, { id: '', stock: 1 }, { id: 'cup', stock: -1 }, { id: 'jar', stock: 1.5 }, { id: 'tin', stock: '3' }, { stock: 2 }, { id: 'pot', stock: 9 }];
      const { saved, tools } = make();
      const { body } = await module.saveBatch(items, tools);
      assert.equal(words(body.results), 'saved, invalid, invalid, invalid, invalid, invalid, invalid, saved', `Of eight items the first and the last are good. Found ${words(body.results)}.`);
      const failed = { index: 1, status: 'failed', error: 'invalid' };
      assert.deepEqual(body.results[1], failed, `The second item is null: expected ${JSON.stringify(failed)}, found ${JSON.stringify(body.results[1])}.`);
      for (const bad of [7, 'tea', [], {}, { id: 5, stock: 1 }, { id: null, stock: 1 }, { id: 'a' }, { id: 'a', stock: Number.NaN }, { id: 'a', stock: true }, { id: ['a'], stock: 1 }, { id: 'a', stock: null }, undefined]) {
        const each = make();
        const { status, body } = await module.saveBatch([bad, { id: 'pot', stock: 9 }], each.tools);
        assert.equal(words(body.results), 'invalid, saved', `The first of two items is ${JSON.stringify(bad)}: expected invalid, saved, found ${words(body.results)}.`);
        assert.equal(status, 200, `A bad item shouldn't change the status: expected 200, found ${status}.`);
        assert.deepEqual(each.saved, ['pot'], `Only pot should be saved, found ${each.saved.join(', ')}.`);
      }
      assert.deepEqual(saved, ['tea', 'pot'], `Expected tea and pot to be saved, found ${saved.join(', ')}.`);
      assert.deepEqual(body.results.map(({ index }) => index), items.map((_, index) => index), 'Each result should have the index of its item.');
    },
  },
  {
    name: 'A known error is reported, an unknown one only logged',
    async run({ module, assert }) {
      const fail = { old: Object.assign(new Error('version 3 < 4'), { code: 'stale' }), bad: new Error('db-7: password wrong') };
      const { logged, tools } = make(fail);
      const { body } = await module.saveBatch([{ id: 'old', stock: 1 }, { id: 'bad', stock: 1 }, { id: 'tea', stock: 1 }], tools);
      assert.equal(words(body.results), 'stale, internal, saved', `Found ${words(body.results)}.`);
      const expected = [{ index: 0, status: 'failed', error: 'stale' }, { index: 1, status: 'failed', error: 'internal' }, { index: 2, status: 'saved', id: 'tea' }];
      assert.deepEqual(body.results, expected, `Expected ${JSON.stringify(expected)}, found ${JSON.stringify(body.results)}.`);
      const odd = make({ a: Object.assign(new Error('code is a number'), { code: 7 }), b: Object.assign(new Error('code is true'), { code: true }) });
      const second = await module.saveBatch([{ id: 'a', stock: 1 }, { id: 'b', stock: 1 }], odd.tools);
      assert.equal(words(second.body.results), 'internal, internal', `A code that isn't a string isn't passed on: expected internal twice, found ${words(second.body.results)}.`);
      assert.equal(odd.logged.length, 2, `Both errors should be logged, found ${odd.logged.length}.`);
      assert.deepEqual(logged, ['db-7: password wrong'], `Only the unknown error should be logged, found ${logged.join('; ') || 'nothing'}.`);
      assert.ok(!JSON.stringify(body).includes('db-7'), 'The response reveals the details of the unknown error.');
    },
  },
  {
    name: 'A second item with the same id is a duplicate',
    async run({ module, assert }) {
      const { saved, tools } = make();
      const { body } = await module.saveBatch([{ id: 'tea', stock: 4 }, { id: 'pot', stock: 1 }, { id: 'tea', stock: 5 }], tools);
      assert.equal(words(body.results), 'saved, saved, duplicate', `Found ${words(body.results)}.`);
      assert.deepEqual(body.results[2], { index: 2, status: 'failed', error: 'duplicate' }, `Found the third result ${JSON.stringify(body.results[2])}.`);
      const other = await module.saveBatch([{ id: 'tea', stock: 4 }], make().tools);
      assert.equal(words(other.body.results), 'saved', `tea was saved in another batch, which makes no difference: found ${words(other.body.results)}.`);
      const bad = await module.saveBatch([{ id: 'tea', stock: -4 }, { id: 'tea', stock: 4 }, { id: 'tea', stock: 4 }], make().tools);
      assert.equal(words(bad.body.results), 'invalid, saved, duplicate', `The first tea is invalid, so the second may be saved. Found ${words(bad.body.results)}.`);
      assert.deepEqual(saved, ['tea', 'pot'], `tea should be saved once, found ${saved.join(', ')}.`);
    },
  },
  {
    name: "An id that failed before isn't a duplicate",
    async run({ module, assert }) {
      const { tools } = make({ tea: [new Error('connection lost')] });
      const { body } = await module.saveBatch([{ id: 'tea', stock: 4 }, { id: 'tea', stock: 4 }], tools);
      assert.equal(words(body.results), 'internal, saved', `The first attempt failed, so the second may be saved. Found ${words(body.results)}.`);
    },
  },
  {
    name: 'Items are saved one after the other',
    async run({ module, assert }) {
      const batch = make();
      await module.saveBatch([{ id: 'a', stock: 1 }, { id: 'b', stock: 1 }, { id: 'c', stock: 1 }], batch.tools);
      assert.equal(batch.most(), 1, `Expected one save at a time, found ${batch.most()}.`);
    },
  },
];
