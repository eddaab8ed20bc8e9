import dagre, { type GraphLabel } from '@dagrejs/dagre';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface DagreInput {
  /** Ids of nodes that keep this order, from left to right or from top to bottom, where they share a rank. Without circles. */
  readonly inOrder?: readonly (readonly [left: string, right: string])[];
  /** Nodes; where the first has a rank, all have one, and edges run from a rank to the next. Without, dagre finds ranks. */
  readonly nodes: readonly (Size & { readonly id: string; readonly rank?: number })[];
  /** Edges with the size of their label, 0 by 0 without one, and how much they are to be kept short and straight. */
  readonly edges: readonly (Size & { readonly from: string; readonly to: string; readonly weight?: number })[];
}

/**
 * Lays out a graph with dagre. The same input always gives the same places.
 * @param settings distances in the drawing's unit; what they mean is in dagre's manual.
 * @returns middles and sizes of nodes and the ways of edges, each in the order of the input.
 */
export function runDagre({ nodes, edges, inOrder = [] }: DagreInput, settings: Readonly<GraphLabel>) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph(nodes[0]?.rank === undefined ? { ...settings } : { ...settings, ranker: keepRanks(nodes) });
  for (const { id, width, height } of nodes) graph.setNode(keyOf(id), { width, height });
  edges.forEach(({ from, to, width, height, weight = 1 }, index) => {
    graph.setEdge(keyOf(from), keyOf(to), { width, height, weight, labelpos: 'c' }, String(index));
  });
  const constraints = inOrder.map(([left, right]) => ({ left: keyOf(left), right: keyOf(right) }));
  // Of a tree, the order in which dagre starts is that of the text and crosses nothing; its improvements would mix it up.
  const isTree = new Set(edges.map(({ to }) => to)).size === edges.length;
  dagre.layout(graph, { constraints, disableOptimalOrderHeuristic: inOrder.length > 0 && isTree });
  return {
    nodes: nodes.map(({ id }) => graph.node(keyOf(id))),
    edges: edges.map(({ from, to }, index) => graph.edge(keyOf(from), keyOf(to), String(index))),
  };
}

/** dagre takes a function that sets ranks; its types do not say so. It counts two for each rank, for the labels of edges. */
function keepRanks(nodes: DagreInput['nodes']): string {
  const ranks = new Map(nodes.map(({ id, rank = 0 }) => [keyOf(id), 2 * rank]));
  const setRanks = (graph: InstanceType<typeof dagre.graphlib.Graph>) => {
    for (const id of graph.nodes()) Object.assign(graph.node(id) as object, { rank: ranks.get(id) ?? -1 });
  };
  return setRanks as unknown as string;
}

/** dagre keeps nodes in a plain object, where an id such as `constructor` is taken. */
const keyOf = (id: string) => `node ${id}`;
