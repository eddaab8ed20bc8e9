import type { CostedNode } from './next.ts';

/**
 * Topics for a script of the page: `dns:3 http:5:0 rest:8:0,1`, ids, half hours, and the places of their prerequisites
 * in the list. Prerequisites that are not in the list are left out.
 */
export function writeNodes(nodes: readonly CostedNode[]): string {
  const places = new Map(nodes.map((node, place) => [node.id, place]));
  return nodes
    .map(
      ({ id, halves, prerequisites }) => `${id}:${halves}:${prerequisites.flatMap((other) => places.get(other) ?? [])}`,
    )
    .join(' ');
}

/** Reads what `writeNodes` wrote. */
export function readNodes(text: string): readonly CostedNode[] {
  const parts = text
    .split(' ')
    .filter(Boolean)
    .map((part) => part.split(':'));
  return parts.map(([id = '', halves = '0', places = '']) => ({
    id,
    halves: Number(halves),
    prerequisites: places.split(',').flatMap((place) => parts[Number(place || -1)]?.[0] ?? []),
  }));
}
