/** A topic and what has to be known before it. An edge runs from a prerequisite to the topic that needs it. */
export interface GraphNode {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

/**
 * Finds a cycle among prerequisites.
 * @returns the ids along the cycle, first and last the same, starting at the smallest id; undefined when there is none.
 * Prerequisites that are not nodes are ignored.
 */
export function findCycle(nodes: readonly GraphNode[]): readonly string[] | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const finished = new Set<string>();
  for (const start of [...byId.keys()].sort()) {
    // The path from the start, and how many prerequisites of each topic on it were followed.
    const path = finished.has(start) ? [] : [{ id: start, followed: 0 }];
    const onPath = new Set([start]);
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const next = byId.get(here.id)?.prerequisites[here.followed];
      here.followed += 1;
      if (next === undefined) {
        path.pop();
        onPath.delete(here.id);
        finished.add(here.id);
      } else if (onPath.has(next)) {
        const ids = path.map(({ id }) => id);
        return closeAtSmallest(ids.slice(ids.indexOf(next)));
      } else if (byId.has(next) && !finished.has(next)) {
        path.push({ id: next, followed: 0 });
        onPath.add(next);
      }
    }
  }
  return undefined;
}

function closeAtSmallest(cycle: readonly string[]): readonly string[] {
  const smallest = cycle.indexOf([...cycle].sort()[0] as string);
  const turned = [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
  return [...turned, turned[0] as string];
}

/** For each topic, the topics that name it as a prerequisite, sorted by id. */
export function dependents(nodes: readonly GraphNode[]): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) for (const id of node.prerequisites) result.get(id)?.push(node.id);
  for (const list of result.values()) list.sort();
  return result;
}

/** What has to be known before a topic, directly or not, without the topic itself. It is worked out when first asked for. */
export function ancestorsIn(nodes: readonly GraphNode[]): (id: string) => ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const found = new Set<string>();
    const queue = [...(byId.get(id)?.prerequisites ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (found.has(next) || next === id) continue;
      found.add(next);
      queue.push(...(byId.get(next)?.prerequisites ?? []));
    }
    known.set(id, found);
    return found;
  };
}
