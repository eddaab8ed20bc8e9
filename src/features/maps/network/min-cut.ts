/** A directed pipe. `back` is the capacity in the other direction. */
export interface Pipe {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly back: number;
}

interface Residual {
  readonly heads: number[];
  readonly room: number[];
  readonly out: readonly number[][];
}

/**
 * The nodes on the source's side of a minimum cut, by shortest augmenting paths (Edmonds and Karp). Each node has a
 * demand: positive pulls it to the sink, negative to the source.
 */
export function findMinCut(demands: readonly number[], pipes: readonly Pipe[]): ReadonlySet<number> {
  const [source, sink] = [demands.length, demands.length + 1];
  const network: Residual = { heads: [], room: [], out: Array.from({ length: demands.length + 2 }, () => []) };
  for (const [node, demand] of demands.entries()) {
    if (demand < 0) addPipe(network, { from: source, to: node, capacity: -demand, back: 0 });
    if (demand > 0) addPipe(network, { from: node, to: sink, capacity: demand, back: 0 });
  }
  for (const pipe of pipes) addPipe(network, pipe);
  for (;;) {
    const arrivals = explore(network, { source, sink });
    if (!arrivals.has(sink)) {
      arrivals.delete(source);
      return new Set(arrivals.keys());
    }
    augment(network, { arrivals, source, sink });
  }
}

function addPipe({ heads, room, out }: Residual, { from, to, capacity, back }: Pipe): void {
  out[from]?.push(heads.length);
  heads.push(to);
  room.push(capacity);
  out[to]?.push(heads.length);
  heads.push(from);
  room.push(back);
}

/** Each node that the source still reaches, with the pipe it was reached by. */
function explore(
  { heads, room, out }: Residual,
  { source, sink }: { readonly source: number; readonly sink: number },
): Map<number, number> {
  const arrivals = new Map([[source, -1]]);
  for (const node of arrivals.keys()) {
    if (node === sink) break;
    for (const pipe of out[node] ?? []) {
      const head = heads[pipe] ?? 0;
      if ((room[pipe] ?? 0) > 1e-9 && !arrivals.has(head)) arrivals.set(head, pipe);
    }
  }
  return arrivals;
}

function augment(
  { heads, room }: Residual,
  {
    arrivals,
    source,
    sink,
  }: { readonly arrivals: ReadonlyMap<number, number>; readonly source: number; readonly sink: number },
): void {
  const path: number[] = [];
  // A pipe and its reverse differ in the last bit.
  for (let node = sink; node !== source; node = heads[(path.at(-1) ?? 0) ^ 1] ?? source) {
    path.push(arrivals.get(node) ?? 0);
  }
  const flow = Math.min(...path.map((pipe) => room[pipe] ?? 0));
  for (const pipe of path) {
    room[pipe] = (room[pipe] ?? 0) - flow;
    room[pipe ^ 1] = (room[pipe ^ 1] ?? 0) + flow;
  }
}
