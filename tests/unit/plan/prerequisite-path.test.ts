import { describe, expect, it } from 'vitest';
import { type CostedNode, leftText, leftTo, pathTo, readNodes, writeNodes } from '#features/plan/prerequisite-path.ts';
import { forSeeds, type Random } from '../../support/random.ts';

const node = (id: string, prerequisites: readonly string[] = [], halfHours = 2): CostedNode => ({
  id,
  prerequisites,
  halfHours,
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

describe('the shortest path to a topic', () => {
  it('has every prerequisite that is not known, each before what needs it', () => {
    expect(pathTo(nodes, { targets: ['kafka'], known: new Set(['sql']) })).toEqual(['dns', 'http', 'rest', 'kafka']);
  });

  it('does not go behind what is known', () => {
    expect(pathTo(nodes, { targets: ['rest'], known: new Set(['http']) })).toEqual(['sql', 'rest']);
  });

  it('is empty to a known topic and to none', () => {
    expect(pathTo(nodes, { targets: ['dns'], known: new Set(['dns']) })).toEqual([]);
    expect(pathTo(nodes, { targets: ['unwritten'], known: new Set() })).toEqual([]);
  });

  it('has as few topics as the best of all sets that brute force finds, for random graphs', () => {
    forSeeds(300, (random) => {
      const all = randomNodes(random);
      const known = randomKnown(random, all);
      const target = random.pick(all).id;
      const path = pathTo(all, { targets: [target], known });
      if (known.has(target)) expect(path).toEqual([]);
      else expect(path.length).toBe(fewestByForce(all, { target, known }));
      path.forEach((id, index) => {
        const needed = all.find((other) => other.id === id)?.prerequisites ?? [];
        for (const other of needed.filter((prerequisite) => !known.has(prerequisite)))
          expect(path.slice(0, index)).toContain(other);
      });
    });
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

const roleNodes = [
  { id: 'http', halfHours: 4, prerequisites: [] },
  { id: 'rest', halfHours: 6, prerequisites: ['http'] },
  { id: 'jwt', halfHours: 2, prerequisites: ['http', 'unwritten'] },
  { id: 'oauth', halfHours: 8, prerequisites: ['jwt', 'rest'] },
  { id: 'css', halfHours: 9, prerequisites: [] },
];

describe('what is left to a role', () => {
  it('is its topics with every prerequisite, each behind what it needs', () => {
    expect(leftTo(roleNodes, { targets: ['oauth', 'rest'], known: new Set() })).toEqual({
      topics: ['http', 'jwt', 'rest', 'oauth'],
      halfHours: 20,
      ready: ['http'],
    });
  });

  it('leaves out what is known, and what lies behind it', () => {
    expect(leftTo(roleNodes, { targets: ['oauth'], known: new Set(['jwt']) })).toEqual({
      topics: ['http', 'rest', 'oauth'],
      halfHours: 18,
      ready: ['http'],
    });
    expect(leftTo(roleNodes, { targets: ['oauth'], known: new Set(['http', 'rest', 'jwt']) })).toMatchObject({
      topics: ['oauth'],
      ready: ['oauth'],
    });
  });

  it('reads as a sentence', () => {
    expect(leftText('Librarian', { topics: ['a', 'b'], halfHours: 3, ready: ['a'] })).toBe(
      '2 topics left for Librarian, about 2 hours. You can start 1 of them now.',
    );
    expect(leftText('Librarian', { topics: [], halfHours: 0, ready: [] })).toBe(
      "You've done everything that Librarian asks for.",
    );
  });

  it('is nothing when all is known, or nothing is written', () => {
    const nothing = { topics: [], halfHours: 0, ready: [] };
    expect(leftTo(roleNodes, { targets: ['http'], known: new Set(['http']) })).toEqual(nothing);
    expect(leftTo(roleNodes, { targets: ['unwritten'], known: new Set() })).toEqual(nothing);
  });
});

describe('topics in an attribute', () => {
  const nodes = [
    { id: 'dns', halfHours: 3, prerequisites: [] },
    { id: 'http', halfHours: 5, prerequisites: ['dns'] },
    { id: 'rest', halfHours: 8, prerequisites: ['dns', 'http'] },
  ];

  it('are written as ids, half hours and places, and read again', () => {
    expect(writeNodes(nodes)).toBe('dns:3: http:5:0 rest:8:0,1');
    expect(readNodes(writeNodes(nodes))).toEqual(nodes);
  });

  it('lose the prerequisites that are not in the list, and those only', () => {
    const rest = { id: 'rest', halfHours: 8, prerequisites: ['tcp', 'http'] };
    expect(readNodes(writeNodes([...nodes.slice(0, 2), rest])).at(-1)).toEqual({ ...rest, prerequisites: ['http'] });
  });

  it('may be none', () => {
    expect(readNodes(writeNodes([]))).toEqual([]);
  });
});
