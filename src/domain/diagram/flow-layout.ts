import dagre from '@dagrejs/dagre';
import type { Flowchart, FlowEdge, FlowNode } from './parse.ts';
import { textWidth } from './text-width.ts';

/** A flowchart with places, in units of one CSS pixel. `x` and `y` of nodes and labels are their middles. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (FlowNode & { readonly x: number; readonly y: number; readonly width: number; readonly height: number })[];
  readonly edges: readonly (FlowEdge & {
    readonly path: string;
    readonly labelAt: { readonly x: number; readonly y: number; readonly width: number } | undefined;
  })[];
}

const fontSize = 14;
const labelSize = 12.5;
const margin = 6;

/** Places nodes in ranks and runs edges around them, with dagre. The same chart always gives the same places. */
export function layoutFlow(chart: Flowchart): FlowLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: chart.direction === 'LR' ? 'LR' : 'TB', nodesep: 26, ranksep: 46, edgesep: 16, marginx: margin, marginy: margin });
  for (const node of chart.nodes) graph.setNode(node.id, sizeOf(node));
  chart.edges.forEach((edge, index) => {
    const width = edge.label === '' ? 0 : textWidth(edge.label, labelSize) + 8;
    graph.setEdge(edge.from, edge.to, { width, height: edge.label === '' ? 0 : 18, labelpos: 'c' }, String(index));
  });
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: chart.nodes.map((node) => {
      const place = graph.node(node.id);
      return { ...node, x: round(place.x), y: round(place.y), width: place.width, height: place.height };
    }),
    edges: chart.edges.map((edge, index) => {
      const { points, x, y, width: labelWidth } = graph.edge(edge.from, edge.to, String(index));
      const labelAt = edge.label === '' ? undefined : { x: round(x ?? 0), y: round(y ?? 0), width: labelWidth };
      return { ...edge, path: smoothPath(points), labelAt };
    }),
  };
}

function sizeOf({ label, shape }: FlowNode): { width: number; height: number } {
  const text = textWidth(label, fontSize);
  if (shape === 'decision') return { width: text + 56, height: 58 };
  return { width: Math.max(56, text + 28), height: shape === 'store' ? 48 : 38 };
}

const round = (value: number) => Math.round(value * 10) / 10;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Through the middles of the segments, bent at the points between them. */
function smoothPath(points: readonly Point[]): string {
  const [first, ...rest] = points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
  const last = rest.at(-1);
  if (!first || !last) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? last : { x: round((point.x + next.x) / 2), y: round((point.y + next.y) / 2) };
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${bends.length > 0 ? bends.join('') : `L${last.x} ${last.y}`}`;
}
