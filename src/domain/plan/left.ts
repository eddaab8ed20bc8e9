import { type CostedNode, pathToAll } from './next.ts';

/** What somebody still has to learn for some topics. */
export interface Left {
  /** Ids of the topics and of every prerequisite that is not known, each behind its prerequisites. */
  readonly topics: readonly string[];
  readonly halves: number;
  /** Those of them that can be started now: all their prerequisites are known. */
  readonly ready: readonly string[];
}

/** Works out what is left to a role, or to anything else that asks for topics. */
export function leftTo(
  nodes: readonly CostedNode[],
  { targets, known }: { targets: readonly string[]; known: ReadonlySet<string> },
): Left {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const topics = pathToAll(nodes, { targets, known });
  const isReady = (id: string) =>
    byId.get(id)?.prerequisites.every((before) => known.has(before) || !byId.has(before)) ?? false;
  return {
    topics,
    halves: topics.reduce((sum, id) => sum + (byId.get(id)?.halves ?? 0), 0),
    ready: topics.filter(isReady),
  };
}
