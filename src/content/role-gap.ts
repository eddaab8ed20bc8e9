import { ancestors, type GraphNode } from './graph.ts';

/** Ids of the topics that each level of a role adds, the lowest first. */
type Levels = readonly (readonly string[])[];

/** A topic that another role asks for, with the lowest level that needs it there, and the one, if any, that knows it here. */
export interface TopicGap {
  readonly id: string;
  readonly needed: number;
  readonly known: number | undefined;
}

/**
 * Compares two roles level by level, the lowest first, by the topics that each level adds. Prerequisites count as known and
 * needed too, and each topic stands behind its own. What every level knows is named only where the other role asks for it.
 */
export function findTopicGap(
  nodes: readonly GraphNode[],
  { known, needed }: { known: Levels; needed: Levels },
): readonly TopicGap[] {
  const knownAt = lowestLevels(nodes, known);
  const asked = new Set(needed.flat());
  const gap = [...lowestLevels(nodes, needed)].map(([id, level]) => ({ id, needed: level, known: knownAt.get(id) }));
  const depth = new Map(gap.map(({ id }) => [id, ancestors(nodes, id).size]));
  return gap
    .filter(({ id, known: level }) => level !== 0 || asked.has(id))
    .toSorted((a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0) || a.id.localeCompare(b.id));
}

/** The lowest level at which each topic is asked for, prerequisites included. */
function lowestLevels(nodes: readonly GraphNode[], levels: Levels): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const [level, ids] of levels.entries())
    for (const id of ids.flatMap((topic) => [topic, ...ancestors(nodes, topic)]))
      if (!lowest.has(id)) lowest.set(id, level);
  return lowest;
}
