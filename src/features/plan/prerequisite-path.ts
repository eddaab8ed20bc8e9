import type { GraphNode } from '#content/graph.ts';
import { isSettled, type Marks } from '#features/progress/index.ts';
import { countText } from '#lib/wording.ts';
import type { PlanTopic } from './plan-data.ts';

/** A topic with our estimate and its prerequisites. */
export interface CostedNode extends GraphNode {
  readonly halfHours: number;
}

/** The planner's topics as nodes of the graph. */
export function nodesOf(topics: readonly PlanTopic[]): readonly CostedNode[] {
  return topics.map(({ id, halfHours, prerequisites }) => ({
    id,
    halfHours,
    prerequisites: prerequisites.map(({ topic }) => topic),
  }));
}

/** Topics that a reader doesn't have to study anymore. */
export function topicsWithoutStudy(marks: Marks): ReadonlySet<string> {
  return new Set([...marks].flatMap(([id, { state }]) => (isSettled(state) ? [id] : [])));
}

/**
 * The shortest path to some topics: these topics and all their prerequisites that aren't known, each after its own.
 * Prerequisites of a known topic don't count, and neither do targets that are known or aren't nodes.
 */
export function pathTo(
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

/** What a reader still has to learn to know some topics. */
export type Left = ReturnType<typeof leftTo>;

/** Finds what a reader still has to learn for a role, or for any other list of topics. */
export function leftTo(
  nodes: readonly CostedNode[],
  { targets, known }: { targets: readonly string[]; known: ReadonlySet<string> },
) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const topics = pathTo(nodes, { targets, known });
  const isReady = (id: string) =>
    byId.get(id)?.prerequisites.every((before) => known.has(before) || !byId.has(before)) ?? false;
  return {
    /** Ids of the topics and of every prerequisite that isn't known, each after its prerequisites. */
    topics,
    halfHours: topics.reduce((sum, id) => sum + (byId.get(id)?.halfHours ?? 0), 0),
    /** The ones that can be started now, because all their prerequisites are known. */
    ready: topics.filter(isReady),
  };
}

/** "12 topics left for Backend Developer, about 60 hours. You can start 3 of them now." */
export function leftText(role: string, { topics, halfHours, ready }: Left): string {
  if (topics.length === 0) return `You've done everything that ${role} asks for.`;
  const hours = countText(Math.round(halfHours / 2), 'hour');
  return `${countText(topics.length, 'topic')} left for ${role}, about ${hours}. You can start ${ready.length} of them now.`;
}

/**
 * Topics as an attribute that the page's script reads: `dns:3 http:5:0 rest:8:0,1`, each with its id, its half hours and
 * the indexes of its prerequisites in the list. Prerequisites that aren't in the list are left out.
 */
export function writeNodes(nodes: readonly CostedNode[]): string {
  const places = new Map(nodes.map((node, place) => [node.id, place]));
  return nodes
    .map(
      ({ id, halfHours, prerequisites }) =>
        `${id}:${halfHours}:${prerequisites.flatMap((other) => places.get(other) ?? [])}`,
    )
    .join(' ');
}

/** Reads what `writeNodes` wrote. */
export function readNodes(text: string): readonly CostedNode[] {
  const parts = text
    .split(' ')
    .filter(Boolean)
    .map((part) => part.split(':'));
  return parts.map(([id = '', halfHours = '0', places = '']) => ({
    id,
    halfHours: Number(halfHours),
    prerequisites: places.split(',').flatMap((place) => parts[Number(place || -1)]?.[0] ?? []),
  }));
}
