const copy = (state) => JSON.parse(JSON.stringify(state));

function expect(assert, counter, value, what) {
  assert.equal(counter.value(), value, `${what}: expected ${value}, found ${counter.value()}.`);
}

export default [
  {
    name: 'A replica counts by itself',
    run({ module, assert }) {
      const a = module.createCounter('a');
      expect(assert, a, 0, 'A new counter');
      a.add(5);
      a.add(-2);
      a.add(0);
      expect(assert, a, 3, 'After 5, -2 and 0');
      a.add(1);
      expect(assert, a, 4, 'After 5, -2, 0 and 1');
      a.add(-1);
      a.add(-1);
      expect(assert, a, 2, 'After 5, -2, 0, 1, -1 and -1');
    },
  },
  {
    name: 'Two replicas that counted apart agree after merging',
    run({ module, assert }) {
      const [a, b] = [module.createCounter('a'), module.createCounter('b')];
      a.add(5);
      b.add(3);
      b.add(-1);
      const [stateOfA, stateOfB] = [copy(a.state()), copy(b.state())];
      a.merge(stateOfB);
      b.merge(stateOfA);
      expect(assert, a, 7, 'a added 5, and b added 3 and took 1 away. At a');
      expect(assert, b, 7, 'The same at b');
    },
  },
  {
    name: 'A state that arrives twice counts once',
    run({ module, assert }) {
      const [a, b] = [module.createCounter('a'), module.createCounter('b')];
      b.add(4);
      const state = copy(b.state());
      a.merge(state);
      a.merge(state);
      a.merge(copy(a.state()));
      expect(assert, a, 4, 'b added 4, and its state came twice');
    },
  },
  {
    name: 'An old state that arrives late does no harm',
    run({ module, assert }) {
      const [a, b] = [module.createCounter('a'), module.createCounter('b')];
      b.add(4);
      const old = copy(b.state());
      b.add(-3);
      b.add(6);
      a.merge(copy(b.state()));
      a.merge(old);
      expect(assert, a, 7, 'b added 4, took 3 away and added 6; the state from the beginning came last');
    },
  },
  {
    name: 'Going down is not lost in a merge',
    run({ module, assert }) {
      const [a, b] = [module.createCounter('a'), module.createCounter('b')];
      b.add(10);
      a.merge(copy(b.state()));
      b.add(-4);
      a.merge(copy(b.state()));
      expect(assert, a, 6, 'b added 10, a merged, then b took 4 away and a merged again');
    },
  },
  {
    name: 'The order of merging makes no difference',
    run({ module, assert }) {
      const replicas = ['a', 'b', 'c'].map((name) => module.createCounter(name));
      replicas[0].add(2);
      replicas[1].merge(copy(replicas[0].state()));
      replicas[1].add(-5);
      replicas[2].add(9);
      const states = replicas.map((each) => copy(each.state()));
      for (const order of [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]]) {
        const reader = module.createCounter('reader');
        for (const index of order) reader.merge(states[index]);
        expect(assert, reader, 6, `2, -5 and 9 from three replicas, merged in the order ${order.map((i) => 'abc'[i]).join(', ')}`);
      }
    },
  },
  {
    name: 'A state is a copy, and merging leaves the other one alone',
    run({ module, assert }) {
      const [a, b] = [module.createCounter('a'), module.createCounter('b')];
      b.add(1);
      const state = b.state();
      const before = JSON.stringify(state);
      a.add(7);
      a.merge(state);
      a.add(1);
      b.add(5);
      assert.equal(JSON.stringify(state), before, 'The state changed after it was given out.');
    },
  },
  {
    name: 'After a restart a replica goes on with its own numbers',
    run({ module, assert }) {
      const [a, b] = [module.createCounter('a'), module.createCounter('b')];
      a.add(3);
      b.merge(copy(a.state()));
      const again = module.createCounter('a', copy(a.state()));
      again.add(2);
      b.merge(copy(again.state()));
      expect(assert, b, 5, 'a added 3, restarted from its state and added 2');
      again.add(-4);
      b.merge(copy(again.state()));
      const third = module.createCounter('a', copy(again.state()));
      expect(assert, third, 1, 'a took 4 away and restarted from its state once more. At a');
      third.add(-1);
      b.merge(copy(third.state()));
      expect(assert, b, 0, 'a restarted, took 1 away, and b merged its state. At b');
      const [d, e] = [module.createCounter('d'), module.createCounter('e')];
      d.add(3);
      const old = copy(d.state());
      d.add(4);
      e.merge(copy(d.state()));
      const restored = module.createCounter('d', old);
      restored.merge(copy(e.state()));
      expect(assert, restored, 7, 'd added 3 and 4, e merged that, and d restarted from its state before the 4 and merged the state of e. At d');
      const given = copy(third.state());
      const before = JSON.stringify(given);
      module.createCounter('a', given).add(5);
      assert.equal(JSON.stringify(given), before, 'The state that a counter was made from changed when it counted.');
    },
  },
  {
    name: 'Only integers are counted',
    run({ module, assert }) {
      const a = module.createCounter('a');
      for (const bad of [1.5, Number.NaN, '2', Infinity, -0.1, null, undefined, '', [1], true]) {
        let found;
        try { a.add(bad); } catch (error) { found = error; }
        assert.ok(found instanceof RangeError, `add(${JSON.stringify(bad) ?? bad}) should throw a RangeError, found ${found?.name ?? 'no error'}.`);
      }
      expect(assert, a, 0, 'Nothing was added');
    },
  },
  {
    name: 'A replica can have any name',
    run({ module, assert }) {
      for (const name of ['constructor', 'toString', '__proto__', '7', '']) {
        const [counter, other] = [module.createCounter(name), module.createCounter('b')];
        counter.add(3);
        counter.add(-1);
        other.merge(copy(counter.state()));
        expect(assert, counter, 2, `The replica "${name}" added 3 and took 1 away. At this replica`);
        expect(assert, other, 2, `The replica "${name}" added 3 and took 1 away, and b merged its state. At b`);
      }
    },
  },
  {
    name: 'Whatever arrives when, all agree in the end',
    run({ module, assert }) {
      let state = 5;
      const next = (limit) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * limit);
      };
      for (let round = 1; round <= 10; round += 1) {
        const names = ['oslo', 'rome', 'tokyo', 'lima'];
        const replicas = names.map((name) => module.createCounter(name));
        const sent = [];
        let total = 0;
        for (let step = 0; step < 40; step += 1) {
          const replica = replicas[next(4)];
          if (next(2) === 0) {
            const n = next(9) - 4;
            replica.add(n);
            total += n;
          } else if (sent.length > 0 && next(2) === 0) replica.merge(sent[next(sent.length)]);
          sent.push(copy(replica.state()));
        }
        for (const replica of replicas) sent.push(copy(replica.state()));
        for (const [at, replica] of replicas.entries()) {
          for (const other of at % 2 ? sent : sent.toReversed()) replica.merge(other);
          expect(assert, replica, total, `Round ${round}: four replicas counted and got all states in some order. At ${names[at]}`);
        }
      }
    },
  },
];
