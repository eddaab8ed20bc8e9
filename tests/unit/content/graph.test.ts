import { describe, expect, it } from 'vitest';
import { ancestorsIn, dependents, findCycle, type GraphNode } from '#content/graph.ts';
import { forSeeds, type Random } from '../../support/random.ts';
import { growGraph as growOrderedGraph } from '../../support/sample-graphs.ts';

const node = (id: string, ...prerequisites: string[]): GraphNode => ({ id, prerequisites });
const ancestors = (nodes: readonly GraphNode[], id: string) => ancestorsIn(nodes)(id);

/** Topics that need only topics before them, listed in a random order. */
const growGraph = (random: Random): readonly GraphNode[] =>
  growOrderedGraph(random, 40)
    .map((each) => ({ each, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ each }) => each);

const prerequisitesOf = (nodes: readonly GraphNode[], id: string | undefined) =>
  nodes.find((each) => each.id === id)?.prerequisites ?? [];

describe('findCycle', () => {
  it.each([
    ['none where every chain ends', [node('a'), node('b', 'a'), node('c', 'a', 'b')], undefined],
    ['none where prerequisites are no topics', [node('a', 'gone'), node('b', 'a')], undefined],
    ['its ids, from the smallest back to it', [node('b', 'c'), node('c', 'a'), node('a', 'b')], ['a', 'b', 'c', 'a']],
    ['a topic that needs itself', [node('a', 'a')], ['a', 'a']],
    ['it without what only leads to it', [node('a', 'c'), node('b', 'c'), node('c', 'b')], ['b', 'c', 'b']],
    ['none in ten thousand topics', Array.from({ length: 10_000 }, (_, at) => node(`t${at}`, `t${at + 1}`)), undefined],
  ])('finds %s', (_, nodes, cycle) => {
    expect(findCycle(nodes)).toEqual(cycle);
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
});

describe('dependents', () => {
  it('lists for each topic those that need it, by id, and passes over prerequisites that are no topics', () => {
    const listed = dependents([node('c', 'a'), node('b', 'a', 'gone'), node('d', 'a'), node('a')]);
    expect(Object.fromEntries(listed)).toEqual({ a: ['b', 'c', 'd'], b: [], c: [], d: [] });
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

  it.each([
    ['everything to be known before a topic, directly or not', nodes, 'd', ['a', 'b', 'c']],
    ['none for a topic without prerequisites', nodes, 'e', []],
    ['none for an id that is no topic', nodes, 'gone', []],
    ['on a cycle all but the topic itself', [node('a', 'b'), node('b', 'a')], 'a', ['b']],
  ])('are %s', (_, graph, id, expected) => {
    expect(ancestors(graph, id)).toEqual(new Set(expected));
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
