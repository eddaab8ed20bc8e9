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
      assert.deepEqual(await module.mapLimited([], 2, async () => 1), [], 'No items give an empty list.');
    },
  },
  {
    name: 'Never more jobs than the limit are under way',
    async run({ module, assert }) {
      let now = 0;
      let most = 0;
      await module.mapLimited([1, 2, 3, 4, 5, 6, 7], 3, async () => {
        now += 1;
        most = Math.max(most, now);
        await turns(1);
        now -= 1;
      });
      assert.equal(most, 3, `The limit is 3, and there were ${most} under way at once.`);
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
      const error = await module
        .mapLimited([1, 2, 3, 4, 5, 6], 2, async (item) => {
          started.push(item);
          await turns(item === 1 ? 3 : 1);
          if (item === 2) throw new Error('disk full');
        })
        .catch((caught) => caught);
      assert.equal(error?.message, 'disk full', `Expected the error of job 2, found ${error?.message ?? error}.`);
      await turns(8);
      assert.equal(started.join(' '), '1 2', `Job 2 failed while 1 was under way, so nothing more should start. Started: ${started.join(' ')}.`);
    },
  },
];
