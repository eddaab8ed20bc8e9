import type { GraphNode } from '#content/graph.ts';
import { dependents } from '#content/graph.ts';

/** A topic with our estimate and what has to be known before it. */
export interface CostedNode extends GraphNode {
  readonly halves: number;
}

/**
 * Topics that are not known and whose prerequisites all are, those first that the most others wait for,
 * directly or not; then the shortest. Prerequisites that are not nodes ask for nothing.
 */
export function readyTopics(
  nodes: readonly CostedNode[],
  known: ReadonlySet<string>,
): readonly { readonly id: string; readonly opens: number }[] {
  const present = new Set(nodes.map(({ id }) => id));
  const after = dependents(nodes);
  return nodes
    .filter(({ id }) => !known.has(id))
    .filter(({ prerequisites }) => prerequisites.every((id) => known.has(id) || !present.has(id)))
    .map(({ id, halves }) => ({ id, halves, opens: reachable(after, id).size }))
    .toSorted((a, b) => b.opens - a.opens || a.halves - b.halves || (a.id < b.id ? -1 : 1))
    .map(({ id, opens }) => ({ id, opens }));
}

function reachable(after: ReadonlyMap<string, readonly string[]>, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...(after.get(id) ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    queue.push(...(after.get(next) ?? []));
  }
  return found;
}

/**
 * The shortest way to a topic: the fewest topics, itself among them, such that each one's prerequisites are known
 * or come before it. Empty when the topic is known or is not a node.
 * There is only one such set, because every prerequisite is needed; what lies behind a known topic is not asked for.
 */
export function pathTo(
  nodes: readonly GraphNode[],
  { target, known }: { target: string; known: ReadonlySet<string> },
): readonly string[] {
  return pathToAll(nodes, { targets: [target], known });
}

/** The shortest way that leads to several topics, each behind what it needs. */
export function pathToAll(
  nodes: readonly GraphNode[],
  { targets, known }: { targets: readonly string[]; known: ReadonlySet<string> },
): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const path = new Set<string>();
  const visit = (id: string) => {
    const node = byId.get(id);
    if (!node || known.has(id) || path.has(id)) return;
    for (const prerequisite of node.prerequisites) visit(prerequisite);
    path.add(id);
  };
  for (const target of targets) visit(target);
  return [...path];
}
