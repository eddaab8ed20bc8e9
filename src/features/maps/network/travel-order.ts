/** Lines as sequences of stops; an edge leads from each stop to the next on its line. */
export type Sequences = readonly (readonly string[])[];

/** What the travel orders of all lines together say about the stops. */
export interface TravelOrder {
  /** Stops on the longest ride that ends at the stop, itself included. */
  readonly before: ReadonlyMap<string, number>;
  /** Stops on the longest ride that starts at the stop, itself included. */
  readonly after: ReadonlyMap<string, number>;
  /** Whether a ride leads from one stop to the other. A stop reaches itself. */
  readonly reaches: (from: string, to: string) => boolean;
}

/** Combines the lines' travel orders. The sequences must not contradict each other. */
export function combineOrders(sequences: Sequences): TravelOrder {
  const next = collectEdges(sequences);
  const previous = collectEdges(sequences.map((stops) => stops.toReversed()));
  return {
    before: measureDepth(previous),
    after: measureDepth(next),
    reaches: (from, to) => canReach(next, { from, to }),
  };
}

/** Each stop with the stops that come right after it on some line. */
export function collectEdges(sequences: Sequences): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const stops of sequences) {
    for (const [index, stop] of stops.entries()) {
      const targets = edges.get(stop) ?? new Set<string>();
      const target = stops[index + 1];
      if (target !== undefined) targets.add(target);
      edges.set(stop, targets);
    }
  }
  return edges;
}

function measureDepth(edges: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const depth = new Map<string, number>();
  const measure = (stop: string): number => {
    const known = depth.get(stop);
    if (known !== undefined) return known;
    const deepest = 1 + Math.max(0, ...[...(edges.get(stop) ?? [])].map(measure));
    depth.set(stop, deepest);
    return deepest;
  };
  for (const stop of edges.keys()) measure(stop);
  return depth;
}

function canReach(
  edges: ReadonlyMap<string, ReadonlySet<string>>,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  const seen = new Set([from]);
  for (const stop of seen) {
    if (stop === to) return true;
    for (const target of edges.get(stop) ?? []) seen.add(target);
  }
  return false;
}
