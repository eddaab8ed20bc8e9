import type { AncestorsOf, MapEdge } from './types.ts';

/**
 * The prerequisites among some topics that no way through another of them implies (the transitive reduction).
 * An edge also stands for a way through topics that are not among them.
 */
export function immediateEdges(ids: readonly string[], ancestorsOf: AncestorsOf): readonly MapEdge[] {
  return ids.flatMap((to) => {
    const before = ids.filter((id) => ancestorsOf(to).has(id));
    return before.filter((id) => !before.some((other) => ancestorsOf(other).has(id))).map((from) => ({ from, to }));
  });
}

/** Topics in an order in which each comes after all that it needs; ties by id. */
export function topologicalOrder(ids: readonly string[], ancestorsOf: AncestorsOf): readonly string[] {
  // Whoever needs a topic needs all that it needs, and the topic itself.
  return ids.toSorted((a, b) => ancestorsOf(a).size - ancestorsOf(b).size || (a < b ? -1 : 1));
}
