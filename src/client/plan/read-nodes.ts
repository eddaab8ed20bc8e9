import type { CostedNode } from '#domain/plan/next.ts';

/** `dns:3 http:5:0 rest:8:0,1`: ids, half hours, and the places of their prerequisites in the list. */
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
