const turns = async (count) => {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

export default [
  {
    name: 'All results come back in order',
    async run({ module, assert }) {
      const found = await module.mapLimited([3, 1, 2], 2, async (item, index) => {
        await turns(item);
        return `${index}:${item}`;
      });
      assert.deepEqual(found, ['0:3', '1:1', '2:2'], `Expected 0:3, 1:1, 2:2, found ${JSON.stringify(found)}.`);
      const none = await module.mapLimited([], 2, async () => 1);
      assert.deepEqual(none, [], `No items give an empty list. Found ${JSON.stringify(none)}.`);
      for (const limit of [1, 2, 4, 50]) {
        const items = Array.from({ length: 12 }, (_, at) => (at * 5) % 12);
        const seen = [];
        const results = await module.mapLimited(items, limit, async (item, index) => {
          seen.push(index);
          await turns(item % 3);
          return item === 0 ? undefined : item * 10;
        });
        const expected = items.map((item) => (item === 0 ? undefined : item * 10));
        assert.deepEqual(results, expected, `12 items with the limit ${limit}: expected ${expected.join(', ')}, found ${results.join(', ')}.`);
        assert.deepEqual(seen.toSorted((a, b) => a - b), items.map((_, index) => index), `12 items with the limit ${limit}: each should be given to job once. Found the indexes ${seen.join(', ')}.`);
      }
    },
  },
  {
    name: 'Never more jobs than the limit are under way',
    async run({ module, assert }) {
      for (const limit of [1, 3, 7, 20]) {
        let now = 0;
        let most = 0;
        await module.mapLimited([1, 2, 3, 4, 5, 6, 7], limit, async () => {
          now += 1;
          most = Math.max(most, now);
          await turns(1);
          now -= 1;
        });
        const expected = Math.min(limit, 7);
        assert.equal(most, expected, `Seven jobs with the limit ${limit}: expected ${expected} running at once, found ${most}.`);
      }
    },
  },
  {
    name: 'The next job starts as soon as one is done',
    async run({ module, assert }) {
      const started = [];
      const all = module.mapLimited(['slow', 'b', 'c', 'd'], 2, async (item) => {
        started.push(item);
        await turns(item === 'slow' ? 12 : 1);
      });
      await turns(8);
      assert.equal(started.join(' '), 'slow b c d', `While the slow job runs, the others should be done one after the other. Started: ${started.join(' ')}.`);
      await all;
    },
  },
  {
    name: 'An error is passed on, and nothing more is started',
    async run({ module, assert }) {
      const started = [];
      const full = new Error('disk full');
      const error = await module
        .mapLimited([1, 2, 3, 4, 5, 6], 2, async (item) => {
          started.push(item);
          await turns(item === 1 ? 3 : 1);
          if (item === 2) throw full;
        })
        .catch((caught) => caught);
      assert.equal(error, full, `The promise should be rejected with the error that job 2 threw, found ${error?.message ?? error}.`);
      await turns(8);
      assert.equal(started.join(' '), '1 2', `Job 2 failed while job 1 was running, so nothing more should start. Started: ${started.join(' ')}.`);
      started.length = 0;
      const sudden = await module
        .mapLimited([1, 2, 3, 4, 5, 6], 2, (item) => {
          started.push(item);
          if (item === 2) throw full;
          return turns(1);
        })
        .catch((caught) => caught);
      assert.equal(sudden, full, `Job 2 threw before it returned a promise: expected its error, found ${sudden?.message ?? sudden}.`);
      await turns(4);
      assert.equal(started.join(' '), '1 2', `Job 2 threw before it returned a promise, so nothing more should start. Started: ${started.join(' ')}.`);
    },
  },
];
