import { describe, expect, it } from 'vitest';
import type { Flowchart, FlowNode } from '#content/diagram/parse.ts';
import { layoutFlow } from '#features/maps/diagram/flow-layout.ts';
import { type Random, seedRandom, seeds } from '../../../support/random.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half a pixel, since places are rounded. */
const slack = 0.5;

const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const overlap = (a: Box, b: Box) =>
  a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;

const isInside = ({ left, right, top, bottom }: Box, { width, height }: { width: number; height: number }) =>
  left >= -slack && top >= -slack && right <= width + slack && bottom <= height + slack;

function growChart(random: Random): Flowchart {
  const label = (most: number) => random.text('abcdefghijklm nopqrstuvwxyzMW012', random.whole(1, most));
  const nodes = Array.from(
    { length: random.whole(1, 12) },
    (_, index): FlowNode => ({
      id: `n${index}`,
      label: label(28),
      shape: random.pick(['box', 'rounded', 'store', 'decision']),
    }),
  );
  const edges = Array.from({ length: random.whole(0, 14) }, () => ({
    from: random.pick(nodes).id,
    to: random.pick(nodes).id,
    label: random.chance(0.5) ? label(24) : '',
    isDashed: random.chance(0.2),
    hasArrow: true,
  }));
  return {
    kind: 'flowchart',
    direction: random.pick(['LR', 'TD']),
    title: 'A title',
    description: 'A description',
    nodes,
    edges,
  };
}

const charts = seeds(150).map((seed) => ({ seed, chart: growChart(seedRandom(seed)) }));

describe('the layout of a flowchart', () => {
  it('lets no two nodes overlap', () => {
    for (const { seed, chart } of charts) {
      const boxes = layoutFlow(chart).nodes.map(boxOf);
      const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
      expect(
        pairs.filter(([a, b]) => overlap(a, b)),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });

  it('keeps every node and every label inside the drawing', () => {
    for (const { seed, chart } of charts) {
      const layout = layoutFlow(chart);
      const labels = layout.edges.flatMap(({ labelAt }) => (labelAt ? [{ ...labelAt, height: 18 }] : []));
      const outside = [...layout.nodes, ...labels].map(boxOf).filter((box) => !isInside(box, layout));
      expect(outside, `seed ${seed}`).toEqual([]);
    }
  });

  it('keeps every edge inside the drawing', () => {
    for (const { seed, chart } of charts) {
      const layout = layoutFlow(chart);
      for (const { path } of layout.edges) {
        const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
          x: Number(x),
          y: Number(y),
          width: 0,
          height: 0,
        }));
        expect(points.length, `seed ${seed}`).toBeGreaterThan(1);
        expect(
          points.map(boxOf).filter((box) => !isInside(box, layout)),
          `seed ${seed}: ${path}`,
        ).toEqual([]);
      }
    }
  });

  it('lets no label lie on a node, edges from a node to itself aside', () => {
    for (const { seed, chart } of charts) {
      const layout = layoutFlow(chart);
      const labels = layout.edges.flatMap(({ from, to, labelAt }) =>
        labelAt && from !== to ? [boxOf({ ...labelAt, height: 18 })] : [],
      );
      const nodes = layout.nodes.map(boxOf);
      expect(
        labels.filter((label) => nodes.some((node) => overlap(label, node))),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });

  it('gives a label to exactly the edges that have one', () => {
    for (const { chart } of charts) {
      const { edges } = layoutFlow(chart);
      expect(edges.map(({ labelAt }) => labelAt !== undefined)).toEqual(chart.edges.map(({ label }) => label !== ''));
    }
  });

  it('is the same for the same chart', () => {
    for (const { chart } of charts.slice(0, 20)) expect(layoutFlow(chart)).toEqual(layoutFlow(chart));
  });

  it('runs from left to right or from top to bottom, as the chart says', () => {
    const chart = (direction: 'LR' | 'TD'): Flowchart => ({
      kind: 'flowchart',
      direction,
      title: 'A title',
      description: 'A description',
      nodes: [
        { id: 'a', label: 'First', shape: 'box' },
        { id: 'b', label: 'Second', shape: 'box' },
      ],
      edges: [{ from: 'a', to: 'b', label: '', isDashed: false, hasArrow: true }],
    });
    const [left, right] = layoutFlow(chart('LR')).nodes;
    const [upper, lower] = layoutFlow(chart('TD')).nodes;
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(upper?.y).toBeLessThan(lower?.y ?? 0);
  });

  it('draws the children of a tree in the order of the text, whichever of them has children of its own', () => {
    for (const direction of ['LR', 'TD'] as const) {
      for (const parent of ['a', 'b', 'c']) {
        const ids = ['root', 'a', 'b', 'c', 'x', 'y'];
        const lines = [...['a', 'b', 'c'].map((to) => ['root', to]), ...['x', 'y'].map((to) => [parent, to])];
        const { nodes } = layoutFlow({
          kind: 'flowchart',
          direction,
          title: 'A title',
          description: 'A description',
          nodes: ids.map((id): FlowNode => ({ id, label: id, shape: 'box' })),
          edges: lines.map(([from = '', to = '']) => ({ from, to, label: '', isDashed: false, hasArrow: true })),
        });
        const across = nodes.map(({ x, y }) => (direction === 'LR' ? y : x));
        const [, a, b, c, x, y] = across as [number, number, number, number, number, number];
        expect([a < b, b < c, x < y], `${direction}, below ${parent}`).toEqual([true, true, true]);
      }
    }
  });

  it('keeps the order of the text among nodes that meet again', () => {
    const edges = ['one', 'two', 'three'].flatMap((id) => [
      { from: 'start', to: id },
      { from: id, to: 'end' },
    ]);
    const { nodes } = layoutFlow({
      kind: 'flowchart',
      direction: 'TD',
      title: 'A title',
      description: 'A description',
      nodes: ['start', 'one', 'two', 'three', 'end'].map((id): FlowNode => ({ id, label: id, shape: 'box' })),
      edges: edges.map((edge) => ({ ...edge, label: '', isDashed: false, hasArrow: true })),
    });
    expect(nodes.slice(1, 4).map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(nodes.slice(1, 4).map(({ x }) => x)).toEqual(
      nodes
        .slice(1, 4)
        .map(({ x }) => x)
        .toSorted((p, q) => p - q),
    );
  });

  it('knows nodes by any id', () => {
    const nodes = ['constructor', 'toString', 'length'].map((id): FlowNode => ({ id, label: id, shape: 'box' }));
    const edges = [{ from: 'constructor', to: 'toString', label: '', isDashed: false, hasArrow: true }];
    const layout = layoutFlow({
      kind: 'flowchart',
      direction: 'LR',
      title: 'A title',
      description: 'A description',
      nodes,
      edges,
    });
    expect(layout.nodes.map(({ id }) => id)).toEqual(['constructor', 'toString', 'length']);
  });
});
