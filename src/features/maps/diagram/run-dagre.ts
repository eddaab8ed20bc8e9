import dagre, { type GraphLabel } from '@dagrejs/dagre';
import { namesFor, readKept } from '#lib/kept-file.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface DagreInput {
  /** Pairs of nodes that keep this order, from left to right or from top to bottom, if they share a rank. Without cycles. */
  readonly inOrder?: readonly (readonly [left: string, right: string])[];
  /** Nodes. Either all have a rank, and edges run from each rank to the next, or none, and dagre finds ranks. */
  readonly nodes: readonly (Size & { readonly id: string; readonly rank?: number })[];
  /** Edges with the size of their label, 0 by 0 without one, and how important it is that they are short and straight. */
  readonly edges: readonly (Size & { readonly from: string; readonly to: string; readonly weight?: number })[];
}

const nameOf = namesFor(['src/features/maps/diagram/run-dagre.ts', 'node_modules/@dagrejs/dagre/package.json']);

/**
 * Lays out a graph with dagre, and keeps that from build to build. The same input always gives the same layout.
 * @param settings distances in the drawing's unit; dagre's manual explains them.
 * @returns centers and sizes of nodes and the paths of edges, each in the order of the input.
 */
export function runDagre(input: DagreInput, settings: Readonly<GraphLabel>): ReturnType<typeof layOut> {
  const path = `.cache/layouts/${nameOf(JSON.stringify([input, settings]))}.json`;
  return JSON.parse(readKept(path, () => JSON.stringify(layOut(input, settings))).toString());
}

/** Lays out a graph as `runDagre` does, without a look at what was kept. */
export function layOut({ nodes, edges, inOrder = [] }: DagreInput, settings: Readonly<GraphLabel>) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph(nodes[0]?.rank === undefined ? { ...settings } : { ...settings, ranker: keepRanks(nodes) });
  for (const { id, width, height } of nodes) graph.setNode(keyOf(id), { width, height });
  edges.forEach(({ from, to, width, height, weight = 1 }, index) => {
    graph.setEdge(keyOf(from), keyOf(to), { width, height, weight, labelpos: 'c' }, String(index));
  });
  const constraints = inOrder.map(([left, right]) => ({ left: keyOf(left), right: keyOf(right) }));
  // In a tree, dagre starts with the order of the text, in which nothing crosses. Its improvements would mix that up.
  const isTree = new Set(edges.map(({ to }) => to)).size === edges.length;
  dagre.layout(graph, { constraints, disableOptimalOrderHeuristic: inOrder.length > 0 && isTree });
  return {
    nodes: nodes.map(({ id }) => graph.node(keyOf(id))),
    edges: edges.map(({ from, to }, index) => graph.edge(keyOf(from), keyOf(to), String(index))),
  };
}

/** dagre accepts a function that sets ranks, although its types don't say so. Each rank counts as two, to make room for labels of edges. */
function keepRanks(nodes: DagreInput['nodes']): string {
  const ranks = new Map(nodes.map(({ id, rank = 0 }) => [keyOf(id), 2 * rank]));
  const setRanks = (graph: InstanceType<typeof dagre.graphlib.Graph>) => {
    for (const id of graph.nodes()) Object.assign(graph.node(id) as object, { rank: ranks.get(id) ?? -1 });
  };
  return setRanks as unknown as string;
}

/** dagre keeps nodes in a plain object, which already has keys such as `constructor`. */
const keyOf = (id: string) => `node ${id}`;
