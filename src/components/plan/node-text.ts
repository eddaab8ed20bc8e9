import type { CostedNode } from '#domain/plan/next.ts';

/** Topics for a script of the page, each behind its prerequisites: `dns:3 http:5:0 rest:8:0,1`, ids, half hours, places. */
export function nodeText(nodes: readonly CostedNode[]): string {
  const places = new Map(nodes.map((node, place) => [node.id, place]));
  return nodes
    .map((node) => `${node.id}:${node.halves}:${node.prerequisites.map((other) => places.get(other)).join()}`)
    .join(' ');
}
