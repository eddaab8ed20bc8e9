import { describe, expect, it } from 'vitest';
import type { Flowchart, FlowNode } from '#content/diagram/parse.ts';
import { layoutFlow } from '#features/maps/diagram/flow-layout.ts';
import { type Box, doOverlap } from '../../../support/boxes.ts';
import { forSeeds, type Random } from '../../../support/random.ts';

/** Half a pixel, since places are rounded. */
const slack = 0.5;

const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const isInside = ({ left, right, top, bottom }: Box, { width, height }: { width: number; height: number }) =>
  left >= -slack && top >= -slack && right <= width + slack && bottom <= height + slack;

type Edge = Flowchart['edges'][number];
const chartOf = (direction: 'LR' | 'TD', nodes: readonly FlowNode[], edges: readonly Edge[]): Flowchart => ({
  kind: 'flowchart',
  direction,
  title: 'A title',
  description: 'A description',
  nodes,
  edges,
});

/** A chart of boxes that are named by their ids. */
const plainChart = (direction: 'LR' | 'TD', ids: readonly string[], edges: readonly (readonly [string, string])[]) =>
  chartOf(
    direction,
    ids.map((id) => ({ id, label: id, shape: 'box' })),
    edges.map(([from, to]) => ({ from, to, label: '', isDashed: false, hasArrow: true })),
  );

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
  return chartOf(random.pick(['LR', 'TD']), nodes, edges);
}

/** Looks at the layout of many charts. */
const eachLayout = (check: (layout: ReturnType<typeof layoutFlow>, chart: Flowchart) => void) =>
  forSeeds(150, (random) => {
    const chart = growChart(random);
    check(layoutFlow(chart), chart);
  });

describe('the layout of a flowchart', () => {
  it('lets no two nodes overlap', () => {
    eachLayout(({ nodes }) => {
      const boxes = nodes.map(boxOf);
      const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
      expect(pairs.filter(([a, b]) => doOverlap(a, b, slack))).toEqual([]);
    });
  });

  it('keeps every node, label and edge inside the drawing', () => {
    eachLayout((layout) => {
      const labels = layout.edges.flatMap(({ labelAt }) => (labelAt ? [{ ...labelAt, height: 18 }] : []));
      expect([...layout.nodes, ...labels].map(boxOf).filter((box) => !isInside(box, layout))).toEqual([]);
      for (const { path } of layout.edges) {
        const numbers = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
        const points = numbers.map(([, x, y]) => boxOf({ x: Number(x), y: Number(y), width: 0, height: 0 }));
        expect(points.length).toBeGreaterThan(1);
        expect(points.filter((box) => !isInside(box, layout))).toEqual([]);
      }
    });
  });

  it('lets no label lie on a node, edges from a node to itself aside', () => {
    eachLayout((layout) => {
      const labels = layout.edges.flatMap(({ from, to, labelAt }) =>
        labelAt && from !== to ? [boxOf({ ...labelAt, height: 18 })] : [],
      );
      const nodes = layout.nodes.map(boxOf);
      expect(labels.filter((label) => nodes.some((node) => doOverlap(label, node, slack)))).toEqual([]);
    });
  });

  it('gives a label to exactly the edges that have one, and is the same for the same chart', () => {
    eachLayout((layout, chart) => {
      const isLabelled = layout.edges.map(({ labelAt }) => labelAt !== undefined);
      expect(isLabelled).toEqual(chart.edges.map(({ label }) => label !== ''));
      expect(layoutFlow(chart)).toEqual(layout);
    });
  });

  it('runs from left to right or from top to bottom, as the chart says', () => {
    const [left, right] = layoutFlow(plainChart('LR', ['a', 'b'], [['a', 'b']])).nodes;
    const [upper, lower] = layoutFlow(plainChart('TD', ['a', 'b'], [['a', 'b']])).nodes;
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(upper?.y).toBeLessThan(lower?.y ?? 0);
  });

  it('draws the children of a tree in the order of the text, whichever of them has children of its own', () => {
    for (const direction of ['LR', 'TD'] as const) {
      for (const parent of ['a', 'b', 'c']) {
        const children = ['a', 'b', 'c'].map((to) => ['root', to] as const);
        const grandchildren = ['x', 'y'].map((to) => [parent, to] as const);
        const chart = plainChart(direction, ['root', 'a', 'b', 'c', 'x', 'y'], [...children, ...grandchildren]);
        const across = layoutFlow(chart).nodes.map(({ x, y }) => (direction === 'LR' ? y : x));
        const [, a, b, c, x, y] = across as [number, number, number, number, number, number];
        expect([a < b, b < c, x < y], `${direction}, below ${parent}`).toEqual([true, true, true]);
      }
    }
  });

  it('keeps the order of the text among nodes that meet again', () => {
    const middle = ['one', 'two', 'three'];
    const edges = middle.flatMap((id) => [['start', id] as const, [id, 'end'] as const]);
    const placed = layoutFlow(plainChart('TD', ['start', ...middle, 'end'], edges)).nodes.slice(1, 4);
    expect(placed.map(({ id }) => id)).toEqual(middle);
    expect(placed).toEqual(placed.toSorted((p, q) => p.x - q.x));
  });

  it('knows nodes by any id', () => {
    const ids = ['constructor', 'toString', 'length'];
    const layout = layoutFlow(plainChart('LR', ids, [['constructor', 'toString']]));
    expect(layout.nodes.map(({ id }) => id)).toEqual(ids);
  });
});
