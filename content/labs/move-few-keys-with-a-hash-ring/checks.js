import { createHash } from 'node:crypto';

const sha = (text) => createHash('sha256').update(text).digest().readUInt32BE(0);
const keys = Array.from({ length: 2000 }, (_, i) => `user:${i}`);
const place = (ring) => keys.map((key) => ring.nodeFor(key));

/** A hash with the values that a check needs, and none for anything else. */
function table(values) {
  return (text) => {
    if (!(text in values)) throw new Error(`hash was called with ${JSON.stringify(text)}.`);
    return values[text];
  };
}

function make(module, nodes, points = 100) {
  const ring = module.createRing(sha, points);
  for (const node of nodes) ring.add(node);
  return ring;
}

export default [
  {
    name: 'An empty ring has no node for a key, and a single node has all keys',
    run({ module, assert }) {
      const ring = module.createRing(sha, 3);
      assert.equal(ring.nodeFor('a'), undefined, `Without nodes expected undefined, found ${ring.nodeFor('a')}.`);
      ring.add('n1');
      assert.ok(keys.slice(0, 50).every((key) => ring.nodeFor(key) === 'n1'), 'With one node every key belongs to it.');
    },
  },
  {
    name: 'A key belongs to the next point, and after the last to the first',
    run({ module, assert }) {
      const ring = module.createRing(table({ 'a#0': 100, 'b#0': 200, k50: 50, k100: 100, k101: 101, k200: 200, k201: 201 }), 1);
      ring.add('a');
      ring.add('b');
      for (const [key, node] of Object.entries({ k50: 'a', k100: 'a', k101: 'b', k200: 'b', k201: 'a' }))
        assert.equal(ring.nodeFor(key), node, `Points are a at 100 and b at 200. The key at ${key.slice(1)} belongs to ${node}, found ${ring.nodeFor(key)}.`);
    },
  },
  {
    name: 'A new node takes keys for itself only, and about its share',
    run({ module, assert }) {
      const ring = make(module, ['n1', 'n2', 'n3']);
      const before = place(ring);
      ring.add('n4');
      const after = place(ring);
      const moved = keys.filter((_, i) => before[i] !== after[i]);
      const elsewhere = moved.filter((key) => ring.nodeFor(key) !== 'n4');
      assert.equal(elsewhere.length, 0, `${elsewhere.length} of 2,000 keys moved between the old nodes.`);
      assert.ok(moved.length > 300 && moved.length < 700, `A fourth node should take about 500 of 2,000 keys, found ${moved.length}.`);
    },
  },
  {
    name: 'Keys of a removed node are spread over the others, and the rest stay',
    run({ module, assert }) {
      const ring = make(module, ['n1', 'n2', 'n3', 'n4']);
      const before = place(ring);
      ring.remove('n2');
      const after = place(ring);
      const changed = keys.filter((_, i) => before[i] !== 'n2' && before[i] !== after[i]);
      assert.equal(changed.length, 0, `${changed.length} keys moved although their node is still there.`);
      for (const node of ['n1', 'n3', 'n4']) {
        const got = keys.filter((_, i) => before[i] === 'n2' && after[i] === node).length;
        assert.ok(got > 50, `The keys of n2 should be spread over all three others. ${node} got ${got} of them.`);
      }
    },
  },
  {
    name: 'The order of adding makes no difference',
    run({ module, assert }) {
      assert.deepEqual(place(make(module, ['n3', 'n1', 'n2'])), place(make(module, ['n1', 'n2', 'n3'])), 'The same three nodes, added in another order, got other keys.');
      const values = { 'a#0': 100, 'b#0': 100, k: 50 };
      for (const order of [['a', 'b'], ['b', 'a']]) {
        const ring = module.createRing(table(values), 1);
        for (const node of order) ring.add(node);
        assert.equal(ring.nodeFor('k'), 'a', `a and b have a point at 100; a comes first in the alphabet. Added as ${order.join(', ')}, found ${ring.nodeFor('k')}.`);
      }
    },
  },
  {
    name: 'A node that is added twice is there once',
    run({ module, assert }) {
      const ring = make(module, ['n1', 'n2', 'n2']);
      ring.remove('n2');
      assert.ok(keys.slice(0, 100).every((key) => ring.nodeFor(key) === 'n1'), 'n2 was added twice and removed once, and keys still belong to it.');
      const before = place(make(module, ['n1', 'n2', 'n3']));
      assert.deepEqual(place(make(module, ['n1', 'n2', 'n1', 'n3', 'n2', 'n2'])), before, 'Nodes that were there were added again, and keys moved.');
      ring.remove('n9');
      ring.remove('n1');
      assert.equal(ring.nodeFor('user:1'), undefined, `All nodes were removed: expected undefined, found ${ring.nodeFor('user:1')}.`);
      ring.add('n2');
      ring.add('n22');
      ring.remove('n2');
      assert.equal(ring.nodeFor('user:1'), 'n22', `n2 was removed and n22 is left: expected n22, found ${ring.nodeFor('user:1')}.`);
      ring.add('n2');
      assert.deepEqual(place(ring), place(make(module, ['n22', 'n2'])), 'n2 was added again after it was removed, and it should have its keys again.');
    },
  },
  {
    name: 'A lookup only hashes the key',
    run({ module, assert }) {
      let calls = 0;
      const ring = module.createRing((text) => { calls += 1; return sha(text); }, 100);
      for (const node of ['n1', 'n2', 'n3']) ring.add(node);
      calls = 0;
      ring.nodeFor('user:1');
      assert.equal(calls, 1, `One look-up should call hash once, found ${calls} calls.`);
    },
  },
  {
    name: 'A lookup compares the key with only a few points',
    run({ module, assert }) {
      let compared = 0;
      const counted = (text) => ({
        valueOf() {
          compared += 1;
          return sha(text);
        },
      });
      const ring = module.createRing((text) => (text.startsWith('user:') ? counted(text) : sha(text)), 100);
      for (let node = 0; node < 20; node += 1) ring.add(`n${node}`);
      for (const key of keys.slice(0, 50)) {
        compared = 0;
        ring.nodeFor(key);
        assert.ok(compared <= 50, `To find ${key} in a ring of 2,000 points, its hash was compared ${compared} times. A binary search needs 11 steps.`);
      }
    },
  },
  {
    name: 'Every point of every node counts',
    run({ module, assert }) {
      let state = 3;
      const next = (limit) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * limit);
      };
      for (const points of [1, 2, 3, 7]) {
        const values = {};
        for (const node of ['n1', 'n2', 'n3'])
          for (let i = 0; i < points; i += 1) values[`${node}#${i}`] = next(40);
        for (let value = 0; value <= 40; value += 1) values[`key ${value}`] = value;
        const ring = module.createRing(table(values), points);
        const nodes = ['n2', 'n3', 'n1'];
        for (const node of nodes) ring.add(node);
        for (const present of [['n1', 'n2', 'n3'], ['n1', 'n3'], ['n3']]) {
          for (const node of nodes.splice(0, nodes.length, ...present)) if (!present.includes(node)) ring.remove(node);
          const all = present.flatMap((node) => Array.from({ length: points }, (_, i) => ({ node, at: values[`${node}#${i}`] })));
          all.sort((a, b) => a.at - b.at || (a.node < b.node ? -1 : 1));
          for (let value = 0; value <= 40; value += 1) {
            const expected = (all.find(({ at }) => at >= value) ?? all[0]).node;
            const found = ring.nodeFor(`key ${value}`);
            assert.equal(found, expected, `The points are ${all.map(({ node, at }) => `${node} at ${at}`).join(', ')}. The key at ${value} belongs to ${expected}, found ${found}.`);
          }
        }
      }
    },
  },
];
