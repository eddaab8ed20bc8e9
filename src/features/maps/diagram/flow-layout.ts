import type { Flowchart, FlowNode } from '#content/diagram/parse.ts';
import { runDagre } from './run-dagre.ts';
import { textWidth } from './text-width.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x` and `y` are its center. */
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

const fontSize = 14;
const labelSize = 12.5;
const labelHeight = 18;
const margin = 6;

/**
 * Places nodes in ranks and runs edges around them, with dagre. The same chart always gives the same layout.
 * @returns the chart's nodes and edges with their places, in CSS pixels. `x` and `y` of nodes and labels are their centers.
 */
export function layoutFlow(chart: Flowchart) {
  const placed = runDagre(
    {
      nodes: chart.nodes.map((node) => ({ id: node.id, ...sizeOf(node) })),
      edges: chart.edges.map(({ from, to, label }) => ({ from, to, ...labelSizeOf(label) })),
      inOrder: siblingsInOrder(chart),
    },
    { rankdir: chart.direction === 'LR' ? 'LR' : 'TB', nodesep: 26, ranksep: 46, edgesep: 16 },
  );
  const nodes = chart.nodes.map((node, index) => ({ ...node, ...(placed.nodes[index] as Box) }));
  const edges = chart.edges.map((edge, index) => {
    const { points, x = 0, y = 0, width } = placed.edges[index];
    return { edge, points, label: edge.label === '' ? undefined : { x, y, width, height: labelHeight } };
  });
  // The size that dagre computes leaves out edges from a node to itself, and their labels.
  const points = edges.flatMap((edge) => edge.points.map((point: Point) => ({ ...point, width: 0, height: 0 })));
  const { left, top, width, height } = boundsOf([...nodes, ...edges.flatMap(({ label }) => label ?? []), ...points]);
  const move = ({ x, y }: Point): Point => ({ x: round(x - left + margin), y: round(y - top + margin) });
  return {
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(height + 2 * margin),
    nodes: nodes.map((node) => ({ ...node, ...move(node) })),
    edges: edges.map(({ edge, label, ...way }) => ({
      ...edge,
      path: smoothPath(way.points.map(move)),
      labelAt: label && { ...move(label), width: label.width },
    })),
  };
}

/** Pairs of neighbors among the children of each node, in the order of the text, because that's how people read a tree. */
function siblingsInOrder({ nodes, edges }: Flowchart): (readonly [string, string])[] {
  return nodes.flatMap(({ id }) => {
    const children = nodes.filter((node) => edges.some(({ from, to }) => from === id && to === node.id && to !== id));
    return children.slice(1).map((child, index) => [children[index]?.id ?? '', child.id] as const);
  });
}

function boundsOf(boxes: readonly Box[]) {
  const left = Math.min(...boxes.map(({ x, width }) => x - width / 2));
  const top = Math.min(...boxes.map(({ y, height }) => y - height / 2));
  const right = Math.max(...boxes.map(({ x, width }) => x + width / 2));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height / 2));
  return { left, top, width: right - left, height: bottom - top };
}

function labelSizeOf(label: string): { width: number; height: number } {
  return label === '' ? { width: 0, height: 0 } : { width: textWidth(label, labelSize) + 8, height: labelHeight };
}

function sizeOf({ label, shape }: FlowNode): { width: number; height: number } {
  const text = textWidth(label, fontSize);
  if (shape === 'decision') return { width: text + 56, height: 58 };
  return { width: Math.max(56, text + 28), height: shape === 'store' ? 48 : 38 };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A curve through the middles of the segments, bent at the points between them. */
function smoothPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end =
      index === rest.length - 2 ? last : { x: round((point.x + next.x) / 2), y: round((point.y + next.y) / 2) };
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${bends.length > 0 ? bends.join('') : `L${last.x} ${last.y}`}`;
}
