import { describe, expect, it } from 'vitest';
import { ancestorsIn, dependents, findCycle, type GraphNode } from '#content/graph.ts';
import { forSeeds, type Random } from '../../support/random.ts';

const node = (id: string, ...prerequisites: string[]): GraphNode => ({ id, prerequisites });
const ancestors = (nodes: readonly GraphNode[], id: string) => ancestorsIn(nodes)(id);

/** Topics `t0`, `t1`, … that need only topics of lower numbers, listed in a random order. */
function growGraph(random: Random): GraphNode[] {
  const size = random.whole(1, 40);
  const nodes = Array.from({ length: size }, (_, place) => {
    const needed = Array.from({ length: random.whole(0, 4) }, () => `t${random.whole(0, Math.max(0, place - 1))}`);
    return node(`t${place}`, ...(place === 0 ? [] : new Set(needed)));
  });
  return nodes
    .map((each) => ({ each, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ each }) => each);
}

const prerequisitesOf = (nodes: readonly GraphNode[], id: string | undefined) =>
  nodes.find((each) => each.id === id)?.prerequisites ?? [];

describe('findCycle', () => {
  it('finds none where every chain ends', () => {
    expect(findCycle([node('a'), node('b', 'a'), node('c', 'a', 'b')])).toBeUndefined();
  });

  it('names the ids along a cycle, from the smallest back to itself', () => {
    expect(findCycle([node('b', 'c'), node('c', 'a'), node('a', 'b')])).toEqual(['a', 'b', 'c', 'a']);
  });

  it('finds a topic that needs itself', () => {
    expect(findCycle([node('a', 'a')])).toEqual(['a', 'a']);
  });

  it('leaves out what only leads to the cycle', () => {
    expect(findCycle([node('a', 'b'), node('b', 'c'), node('c', 'b')])).toEqual(['b', 'c', 'b']);
  });

  it('passes over prerequisites that are no topics', () => {
    expect(findCycle([node('a', 'gone'), node('b', 'a')])).toBeUndefined();
  });

  it('finds none in random graphs whose edges all run one way', () => {
    forSeeds(300, (random) => {
      expect(findCycle(growGraph(random))).toBeUndefined();
    });
  });

  it('finds a closed walk along edges in random graphs with an edge turned back', () => {
    forSeeds(300, (random) => {
      const nodes = growGraph(random);
      const from = random.pick(nodes);
      const below = random.pick([from.id, ...ancestors(nodes, from.id)]);
      const closed = nodes.map((each) => (each.id === below ? node(below, ...each.prerequisites, from.id) : each));
      const cycle = findCycle(closed) ?? [];
      expect(cycle.length).toBeGreaterThan(1);
      expect(cycle.at(-1)).toBe(cycle[0]);
      for (const [index, id] of cycle.slice(1).entries()) expect(prerequisitesOf(closed, cycle[index])).toContain(id);
    });
  });

  it('does not depend on the order of the topics', () => {
    const nodes = [node('d', 'e'), node('e', 'd'), node('a', 'b'), node('b', 'a')];
    expect(findCycle(nodes.toReversed())).toEqual(findCycle(nodes));
  });

  it('walks a chain of ten thousand topics', () => {
    const chain = Array.from({ length: 10_000 }, (_, place) => node(`t${place}`, `t${place + 1}`));
    expect(findCycle(chain)).toBeUndefined();
  });
});

describe('dependents', () => {
  it('lists for each topic those that need it, by id', () => {
    expect(dependents([node('c', 'a'), node('b', 'a'), node('a')])).toEqual(
      new Map([
        ['c', []],
        ['b', []],
        ['a', ['b', 'c']],
      ]),
    );
  });

  it('passes over prerequisites that are no topics', () => {
    expect(dependents([node('a', 'gone')])).toEqual(new Map([['a', []]]));
  });

  it('turns every edge of a random graph around and adds none', () => {
    forSeeds(300, (random) => {
      const nodes = growGraph(random);
      const edges = nodes.flatMap(({ id, prerequisites }) => prerequisites.map((needed) => `${needed} before ${id}`));
      const turned = [...dependents(nodes)].flatMap(([needed, ids]) => ids.map((id) => `${needed} before ${id}`));
      expect(turned.sort()).toEqual(edges.sort());
    });
  });
});

describe('ancestorsIn', () => {
  const nodes = [node('a'), node('b', 'a'), node('c', 'b'), node('d', 'c', 'a'), node('e')];

  it('are everything to be known before a topic, directly or not', () => {
    expect(ancestors(nodes, 'd')).toEqual(new Set(['a', 'b', 'c']));
  });

  it('are none for a topic without prerequisites', () => {
    expect(ancestors(nodes, 'e')).toEqual(new Set());
  });

  it('are none for an id that is no topic', () => {
    expect(ancestors(nodes, 'gone')).toEqual(new Set());
  });

  it('end on a cycle and leave the topic itself out', () => {
    expect(ancestors([node('a', 'b'), node('b', 'a')], 'a')).toEqual(new Set(['b']));
  });

  it('hold the ancestors of every prerequisite in random graphs', () => {
    forSeeds(200, (random) => {
      const graph = growGraph(random);
      const { id, prerequisites } = random.pick(graph);
      const expected = new Set(prerequisites.flatMap((needed) => [needed, ...ancestors(graph, needed)]));
      expect(ancestors(graph, id)).toEqual(expected);
    });
  });
});
