import { countText } from '#lib/wording.ts';
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

/** "Left to Backend Developer: 12 topics, 60 hours, of which 3 topics are ready now." */
export function leftText(role: string, { topics, halves, ready }: Left): string {
  if (topics.length === 0) return `You have marked everything that ${role} asks for.`;
  const hours = countText(Math.round(halves / 2), 'hour');
  return `Left to ${role}: ${countText(topics.length, 'topic')}, ${hours}, of which ${countText(ready.length, 'topic')} ${ready.length === 1 ? 'is' : 'are'} ready now.`;
}
