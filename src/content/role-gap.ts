import { ancestors, type GraphNode } from './graph.ts';

/** Topic ids that someone who knows some topics still lacks for others. */
export interface TopicGap {
  /** Needed and known, directly or as a prerequisite of something known. */
  readonly shared: readonly string[];
  /** Needed and not known, with every prerequisite that is not known either; each stands behind its prerequisites. */
  readonly missing: readonly string[];
}

/**
 * Compares two sets of topics over the graph of prerequisites.
 * @param known topics of the one; their prerequisites count as known too.
 * @param needed topics of the other.
 */
export function findTopicGap(
  nodes: readonly GraphNode[],
  { known, needed }: { known: ReadonlySet<string>; needed: ReadonlySet<string> },
): TopicGap {
  const withAncestors = (ids: ReadonlySet<string>) => new Set([...ids].flatMap((id) => [id, ...ancestors(nodes, id)]));
  const has = withAncestors(known);
  const missing = [...withAncestors(needed)].filter((id) => !has.has(id));
  const depth = new Map(missing.map((id) => [id, ancestors(nodes, id).size]));
  return {
    shared: [...needed].filter((id) => has.has(id)),
    missing: missing.toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || a.localeCompare(b)),
  };
}
