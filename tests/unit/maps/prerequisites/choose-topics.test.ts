import { describe, expect, it } from 'vitest';
import { ancestorsIn, dependents, type GraphNode } from '#content/graph.ts';
import {
  chooseNeighborhood,
  immediateEdges,
  topicsOfLine,
  topologicalOrder,
} from '#features/maps/prerequisites/choose-topics.ts';
import { forSeeds } from '../../../support/random.ts';
import { growGraph } from '../../../support/sample-graphs.ts';

const node = (id: string, ...prerequisites: string[]): GraphNode => ({ id, prerequisites });

const relate = (nodes: readonly GraphNode[]) => ({
  ancestorsOf: ancestorsIn(nodes),
  prerequisitesOf: (id: string) => nodes.find((each) => each.id === id)?.prerequisites ?? [],
});

const neighborhood = (nodes: readonly GraphNode[], id: string) =>
  chooseNeighborhood({ id, opens: dependents(nodes).get(id) ?? [], ...relate(nodes) });

describe('immediateEdges', () => {
  it('leaves out what another way implies', () => {
    const nodes = [node('a'), node('b', 'a'), node('c', 'a', 'b')];
    expect(immediateEdges(['a', 'b', 'c'], ancestorsIn(nodes))).toEqual([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ]);
  });

  it('joins topics whose way runs through one that is not shown', () => {
    const nodes = [node('a'), node('b', 'a'), node('c', 'b')];
    expect(immediateEdges(['a', 'c'], ancestorsIn(nodes))).toEqual([{ from: 'a', to: 'c' }]);
  });

  it('keeps exactly the needs of a random graph', () => {
    forSeeds(60, (random) => {
      const nodes = growGraph(random, 30);
      const ancestorsOf = ancestorsIn(nodes);
      const ids = nodes.map(({ id }) => id);
      const edges = immediateEdges(ids, ancestorsOf);
      const reduced = ids.map((id) => node(id, ...edges.filter(({ to }) => to === id).map(({ from }) => from)));
      for (const id of ids) expect(ancestorsIn(reduced)(id)).toEqual(ancestorsOf(id));
    });
  });
});

it('topologicalOrder puts every topic after all that it needs', () => {
  forSeeds(60, (random) => {
    const nodes = growGraph(random);
    const order = topologicalOrder(nodes.map(({ id }) => id).toReversed(), ancestorsIn(nodes));
    for (const { id, prerequisites } of nodes) {
      for (const needed of prerequisites) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(id));
    }
  });
});

it('topicsOfLine adds what a stop needs at once, and not what stands further back', () => {
  const nodes = [node('far'), node('near', 'far'), node('stop', 'near', 'far')];
  expect(topicsOfLine(['stop'], relate(nodes))).toEqual(['stop', 'near']);
});

describe('chooseNeighborhood', () => {
  const nodes = [
    node('first'),
    node('second', 'first'),
    node('third', 'second'),
    node('here', 'third'),
    node('next', 'here'),
    node('later', 'here', 'next'),
  ];

  const star = [node('here'), ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => node(id, 'here'))];
  const chain = [node('a'), node('b', 'a'), node('c', 'b'), node('d', 'c'), node('here', 'b', 'c', 'd')];

  it.each([
    [
      'shows what a topic needs, a step further, and what it opens next, and counts the rest',
      nodes,
      { ids: ['third', 'second', 'here', 'next'], left: 1 },
    ],
    ['counts what it leaves out', star, { ids: ['here', 'a', 'b', 'c', 'd'], left: 2 }],
    ['goes a step further only where there is room', chain, { ids: ['b', 'c', 'd', 'here'] }],
    ['leaves a topic alone', [node('here'), node('other')], { ids: ['here'], edges: [], left: 0 }],
  ])('%s', (_, graph, found) => {
    expect(neighborhood(graph, 'here')).toMatchObject(found);
  });

  it('always shows every direct prerequisite, and stays small', () => {
    forSeeds(40, (random, seed) => {
      const grown = growGraph(random);
      for (const { id, prerequisites } of grown) {
        const { ids } = neighborhood(grown, id);
        expect(ids).toEqual(expect.arrayContaining([...prerequisites]));
        expect(new Set(ids).size, `seed ${seed} ${id}`).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(13);
      }
    });
  });
});
