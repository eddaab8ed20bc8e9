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
  it.each([
    ['has every prerequisite, each before what needs it', ['kafka'], ['sql'], ['dns', 'http', 'rest', 'kafka']],
    ['does not go behind what is known', ['rest'], ['http'], ['sql', 'rest']],
    ['is empty to a known topic', ['dns'], ['dns'], []],
    ['is empty to a topic that is not there', ['unwritten'], [], []],
  ])('%s', (_, targets, known, path) => {
    expect(pathTo(nodes, { targets, known: new Set(known) })).toEqual(path);
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
  it.each([
    ['its topics with their prerequisites', ['oauth', 'rest'], [], ['http', 'jwt', 'rest', 'oauth'], 20, ['http']],
    ['nothing known, nor what lies behind it', ['oauth'], ['jwt'], ['http', 'rest', 'oauth'], 18, ['http']],
    ['a single topic that can be started', ['oauth'], ['http', 'rest', 'jwt'], ['oauth'], 8, ['oauth']],
    ['nothing when all is known', ['http'], ['http'], [], 0, []],
    ['nothing where nothing is written', ['unwritten'], [], [], 0, []],
  ])('is %s', (_, targets, known, topics, halfHours, ready) => {
    expect(leftTo(roleNodes, { targets, known: new Set(known) })).toEqual({ topics, halfHours, ready });
  });

  it('reads as a sentence', () => {
    expect(leftText('Librarian', { topics: ['a', 'b'], halfHours: 3, ready: ['a'] })).toBe(
      '2 topics left for Librarian, about 2 hours. You can start 1 of them now.',
    );
    expect(leftText('Librarian', { topics: [], halfHours: 0, ready: [] })).toBe(
      "You've done everything that Librarian asks for.",
    );
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
