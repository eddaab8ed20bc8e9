const minute = 60_000;

function setUp(module, { start = 0, maxEntries } = {}) {
  const loads = [];
  const prices = { tea: 450, teapot: 3900, cup: 0, bowl: 700, spoon: 120 };
  let time = start;
  const load = async (product) => {
    loads.push(product);
    if (prices[product] instanceof Error) throw prices[product];
    return prices[product];
  };
  const cache = module.createPriceCache({ load, now: () => time, ...(maxEntries && { maxEntries }) });
  const at = (minutes) => {
    time = start + minutes * minute;
  };
  return { cache, loads, prices, at };
}

export default [
  {
    name: 'A price is loaded once in ten minutes',
    async run({ module, assert }) {
      for (const start of [0, 7 * minute, 123_456_789]) {
        const { cache, loads, at } = setUp(module, { start });
        const found = [];
        for (const minutes of [0, 4, 9, 9.99]) {
          at(minutes);
          found.push(await cache.get('tea'), await cache.get('cup'));
        }
        assert.deepEqual(found, [450, 0, 450, 0, 450, 0, 450, 0], `Tea is 450 and a cup is free. Four reads of both found ${found.join(', ')}.`);
        assert.equal(loads.join(' '), 'tea cup', `Both were read four times in just under ten minutes: expected one load each, found ${loads.join(' ')}.`);
      }
    },
  },
  {
    name: 'A price that is read seldom expires',
    async run({ module, assert }) {
      const { cache, prices, at } = setUp(module);
      await cache.get('teapot');
      prices.teapot = 4200;
      at(10);
      assert.equal(await cache.get('teapot'), 4200, 'The teapot was loaded at minute 0 and became 4200. At minute 10, the old price was shown.');
    },
  },
  {
    name: 'A price that is read all the time expires too',
    async run({ module, assert }) {
      for (const [step, start] of [[1, 0], [3, 5 * minute], [9, 0], [0.25, 77_777]]) {
        const { cache, prices, at } = setUp(module, { start });
        await cache.get('tea');
        prices.tea = 490;
        let wrong;
        for (let minutes = step; minutes <= 40; minutes += step) {
          at(minutes);
          const found = await cache.get('tea');
          if (minutes >= 10 && found !== 490) wrong = minutes;
        }
        assert.equal(wrong, undefined, `Tea became 490 just after it was loaded at minute 0. It was read every ${step} minutes, and at minute ${wrong} the old price was still shown.`);
      }
    },
  },
  {
    name: 'Each new price is kept for its own ten minutes',
    async run({ module, assert }) {
      const { cache, loads, at } = setUp(module);
      const minutesOf = { tea: [], bowl: [] };
      for (let minutes = 0; minutes < 40; minutes += 1) {
        at(minutes);
        for (const product of minutes < 5 ? ['tea'] : ['tea', 'bowl']) {
          const before = loads.length;
          await cache.get(product);
          if (loads.length > before) minutesOf[product].push(minutes);
        }
      }
      const found = `tea ${minutesOf.tea.join(' ')}, bowl ${minutesOf.bowl.join(' ')}`;
      assert.equal(found, 'tea 0 10 20 30, bowl 5 15 25 35', `Tea was read in each of 40 minutes, and a bowl from minute 5 on. Expected loads at these minutes: tea 0 10 20 30, bowl 5 15 25 35. Found: ${found}.`);
    },
  },
  {
    name: "When the cache is full, the product that wasn't asked for the longest goes",
    async run({ module, assert }) {
      const { cache, loads, at } = setUp(module, { maxEntries: 3 });
      for (const product of ['tea', 'cup', 'bowl', 'tea', 'spoon']) {
        await cache.get(product);
        at(1);
      }
      assert.equal(cache.size, 3, `There is room for 3 prices, and the cache holds ${cache.size}.`);
      for (const product of ['tea', 'bowl', 'spoon']) await cache.get(product);
      assert.equal(loads.join(' '), 'tea cup bowl spoon', `With room for three, tea, cup, bowl, tea and spoon were asked for, so the cup had to go. Then tea, bowl and spoon were read. Loaded were ${loads.join(', ')}.`);
      const large = setUp(module);
      for (let n = 0; n < 1010; n += 1) await large.cache.get(`product ${n}`);
      assert.equal(large.cache.size, 1000, `Without maxEntries there is room for 1000 prices. After 1010 products, the cache holds ${large.cache.size}.`);
    },
  },
  {
    name: 'An error is not kept',
    async run({ module, assert }) {
      const { cache, prices, at } = setUp(module);
      prices.tea = new Error('database down');
      const error = await cache.get('tea').catch((caught) => caught);
      assert.equal(error?.message, 'database down', `Loading the price failed, so the caller should get the error. Found ${error}.`);
      prices.tea = 450;
      at(1);
      const found = await cache.get('tea').catch((caught) => caught);
      assert.equal(found, 450, `The database works again, so the price should be found. Found ${found}.`);
    },
  },
];
