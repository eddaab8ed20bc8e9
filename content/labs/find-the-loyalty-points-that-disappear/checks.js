const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

/** One database for all servers. `before(count)` runs before write number `count` and may change rows. */
function createStore(rows, before = () => {}) {
  let writes = 0;
  const calls = { reads: 0, writes: 0 };
  return {
    calls,
    async read(customer) {
      calls.reads += 1;
      await tick();
      return { ...rows[customer] };
    },
    async write(customer, points, version) {
      calls.writes += 1;
      await tick();
      writes += 1;
      before(writes, rows);
      if (version !== undefined && version !== rows[customer].version) return false;
      rows[customer] = { points, version: rows[customer].version + 1 };
      return true;
    },
  };
}

const outcomeOf = (promise) => promise.then((value) => value, (error) => error.message);

export default [
  {
    name: 'Bookings work one after the other',
    async run({ module, assert }) {
      const rows = { ada: { points: 100, version: 1 }, ben: { points: 5, version: 9 } };
      const points = module.createPoints(createStore(rows));
      const found = [await points.add('ada', 30), await points.spend('ada', 130), await points.add('ben', 1), await points.add('ben', 999_994)];
      assert.deepEqual(found, [130, 0, 6, 1_000_000], `Ada has 100, gets 30 and spends 130; Ben has 5 and gets 1 and 999994. Expected 130, 0, 6 and 1000000, found ${found.join(', ')}.`);
      for (const [call, customer, amount] of [['spend', 'ada', 1], ['add', 'ben', 1], ['add', 'ada', 0], ['spend', 'ben', 1.5]]) {
        const outcome = await outcomeOf(points[call](customer, amount));
        assert.equal(typeof outcome, 'string', `Ada has 0 points and Ben 1000000. ${call}('${customer}', ${amount}) should still throw an error, and it returned ${outcome}.`);
      }
      assert.deepEqual([rows.ada.points, rows.ben.points], [0, 1_000_000], `A refused booking should change nothing. Ada should have 0 points and Ben 1000000, found ${rows.ada.points} and ${rows.ben.points}.`);
    },
  },
  {
    name: 'Two bookings at the same time both count',
    async run({ module, assert }) {
      const rows = { ada: { points: 100, version: 7 } };
      const store = createStore(rows);
      const points = module.createPoints(store);
      const found = await Promise.all([points.add('ada', 50), points.spend('ada', 20)]);
      assert.equal(rows.ada.points, 130, `Ada has 100 points. +50 and -20 at the same time should leave 130, found ${rows.ada.points}.`);
      assert.ok([150, 130, 80].includes(found[0]) && found.includes(130), `One of the two bookings should have returned the final 130. Found ${found.join(' and ')}.`);
    },
  },
  {
    name: 'Two servers do not lose a booking',
    async run({ module, fresh, assert }) {
      const rows = { ada: { points: 0, version: 1 }, ben: { points: 40, version: 1 } };
      const store = createStore(rows);
      const servers = [module.createPoints(store), (await fresh()).module.createPoints(store)];
      await Promise.all([1, 20, 300, 4000].map((points, at) => servers[at % 2].add('ada', points)));
      assert.equal(rows.ada.points, 4321, `Two servers added 1, 20, 300 and 4000 points to 0 at the same time. Expected 4321, found ${rows.ada.points}.`);
      await Promise.all([servers[0].add('ben', 2), servers[1].add('ada', 5), servers[1].spend('ben', 40)]);
      assert.deepEqual([rows.ada.points, rows.ben.points], [4326, 2], `Then Ada got 5, and Ben, who had 40, got 2 and spent 40. Expected 4326 and 2, found ${rows.ada.points} and ${rows.ben.points}.`);
    },
  },
  {
    name: 'Points are spent only once',
    async run({ module, fresh, assert }) {
      const rows = { ada: { points: 100, version: 1 } };
      const store = createStore(rows);
      const servers = [module.createPoints(store), (await fresh()).module.createPoints(store)];
      const found = await Promise.all([servers[0].spend('ada', 80), servers[1].spend('ada', 80)].map(outcomeOf));
      const spent = found.filter((each) => typeof each !== 'string');
      assert.deepEqual(spent, [20], `Ada has 100 points and spends 80 twice at the same time. One booking should return 20, and the other should throw an error. Found ${found.join(' and ')}.`);
      assert.equal(rows.ada.points, 20, `Ada should have 20 points left, found ${rows.ada.points}.`);
    },
  },
  {
    name: 'Others may be faster nine times',
    async run({ module, assert }) {
      const rows = { ada: { points: 10, version: 1 } };
      const store = createStore(rows, (count, all) => {
        if (count <= 9) all.ada = { points: all.ada.points + 1, version: all.ada.version + 1 };
      });
      const found = await outcomeOf(module.createPoints(store).add('ada', 100));
      assert.equal(found, 119, `Before each of the first nine writes, another server added a point to Ada's 10. The tenth attempt should return 119, found ${found}.`);
      assert.equal(rows.ada.points, 119, `Expected 119 points in the database, found ${rows.ada.points}.`);
    },
  },
  {
    name: 'An error of the database is not tried again',
    async run({ module, assert }) {
      const store = createStore({ ada: { points: 10, version: 1 } }, () => {
        throw new Error('connection lost');
      });
      const found = await outcomeOf(module.createPoints(store).add('ada', 100));
      assert.equal(typeof found, 'string', `The write failed because the connection was lost, so add should throw an error. It returned ${found}.`);
      assert.equal(store.calls.writes, 1, `The connection was lost during the write, which may have worked. Another attempt could book twice: expected 1 write, found ${store.calls.writes}.`);
    },
  },
  {
    name: 'A booking that others always get ahead of throws an error',
    async run({ module, assert }) {
      const rows = { ada: { points: 10, version: 1 } };
      const store = createStore(rows, (count, all) => {
        if (count > 12) throw new Error('more than 12 attempts');
        all.ada = { points: all.ada.points + 1, version: all.ada.version + 1 };
      });
      const found = await outcomeOf(module.createPoints(store).spend('ada', 3));
      assert.equal(typeof found, 'string', `Another server was faster each time, so the booking should throw an error. It returned ${found}.`);
      assert.equal(store.calls.writes, 10, `It should give up after 10 attempts, found ${store.calls.writes}.`);
    },
  },
];
