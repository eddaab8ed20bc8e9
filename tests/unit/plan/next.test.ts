import { describe, expect, it } from 'vitest';
import { type CostedNode, pathTo, readyTopics } from '#features/plan/next.ts';
import { type Random, seedRandom, seeds } from '../../support/random.ts';

const node = (id: string, prerequisites: readonly string[] = [], halves = 2): CostedNode => ({
  id,
  prerequisites,
  halves,
});

const nodes = [
  node('dns'),
  node('http', ['dns']),
  node('sql'),
  node('rest', ['http', 'sql']),
  node('kafka', ['rest', 'unwritten']),
];

/** Up to ten topics that need only earlier ones. */
function randomNodes(random: Random): readonly CostedNode[] {
  return Array.from({ length: random.whole(1, 10) }, (_, index) =>
    node(
      `t${index}`,
      Array.from({ length: index }, (_, other) => `t${other}`).filter(() => random.chance(0.3)),
      random.whole(1, 9),
    ),
  );
}

const randomKnown = (random: Random, all: readonly CostedNode[]) =>
  new Set(all.filter(() => random.chance(0.3)).map(({ id }) => id));

describe('topics that are ready to start', () => {
  it('are those whose prerequisites are all known, the ones that open most first', () => {
    expect(readyTopics(nodes, new Set())).toEqual([
      { id: 'dns', opens: 3 },
      { id: 'sql', opens: 2 },
    ]);
    expect(readyTopics(nodes, new Set(['dns', 'http', 'sql'])).map(({ id }) => id)).toEqual(['rest']);
  });

  it('are what trying every topic finds, for random graphs', () => {
    for (const seed of seeds(500)) {
      const random = seedRandom(seed);
      const all = randomNodes(random);
      const known = randomKnown(random, all);
      const expected = all.filter(
        ({ id, prerequisites }) => !known.has(id) && prerequisites.filter((other) => !known.has(other)).length === 0,
      );
      const ready = readyTopics(all, known);
      expect(ready.map(({ id }) => id).sort(), `seed ${seed}`).toEqual(expected.map(({ id }) => id).sort());
      for (const { id, opens } of ready)
        expect(opens, `seed ${seed}`).toBe(
          all.filter((other) => other.id !== id && isBehind(all, { id, of: other.id })).length,
        );
    }
  });
});

describe('the shortest path to a topic', () => {
  it('has every prerequisite that is not known, each before what needs it', () => {
    expect(pathTo(nodes, { target: 'kafka', known: new Set(['sql']) })).toEqual(['dns', 'http', 'rest', 'kafka']);
  });

  it('does not go behind what is known', () => {
    expect(pathTo(nodes, { target: 'rest', known: new Set(['http']) })).toEqual(['sql', 'rest']);
  });

  it('is empty to a known topic and to none', () => {
    expect(pathTo(nodes, { target: 'dns', known: new Set(['dns']) })).toEqual([]);
    expect(pathTo(nodes, { target: 'unwritten', known: new Set() })).toEqual([]);
  });

  it('has as few topics as the best of all sets that brute force finds, for random graphs', () => {
    for (const seed of seeds(300)) {
      const random = seedRandom(seed);
      const all = randomNodes(random);
      const known = randomKnown(random, all);
      const target = random.pick(all).id;
      const path = pathTo(all, { target, known });
      if (known.has(target)) expect(path).toEqual([]);
      else expect(path.length, `seed ${seed}`).toBe(fewestByForce(all, { target, known }));
      path.forEach((id, index) => {
        const needed = all.find((other) => other.id === id)?.prerequisites ?? [];
        for (const other of needed.filter((prerequisite) => !known.has(prerequisite)))
          expect(path.slice(0, index), `seed ${seed}`).toContain(other);
      });
    }
  });
});

/** Tries every set of unknown topics: the size of the smallest with the target in which nothing lacks a prerequisite. */
function fewestByForce(
  all: readonly CostedNode[],
  { target, known }: { target: string; known: ReadonlySet<string> },
): number {
  const unknown = all.filter(({ id }) => !known.has(id));
  let fewest = Number.POSITIVE_INFINITY;
  for (let bits = 0; bits < 2 ** unknown.length; bits += 1) {
    const chosen = unknown.filter((_, index) => (bits >> index) & 1);
    const has = (id: string) => known.has(id) || chosen.some((other) => other.id === id);
    if (has(target) && chosen.every(({ prerequisites }) => prerequisites.every(has)))
      fewest = Math.min(fewest, chosen.length);
  }
  return fewest;
}

/** Whether a topic is a prerequisite of another, directly or not, by walking every way. */
function isBehind(all: readonly CostedNode[], { id, of }: { id: string; of: string }): boolean {
  return (all.find((other) => other.id === of)?.prerequisites ?? []).some(
    (other) => other === id || isBehind(all, { id, of: other }),
  );
}
