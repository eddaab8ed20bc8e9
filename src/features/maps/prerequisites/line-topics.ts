import type { AncestorsOf } from './types.ts';

/**
 * What the map of a line shows: its stops, and every topic off the line that a stop needs at once.
 * A prerequisite that another prerequisite of the same stop needs anyway stands further back, and is left out.
 */
export function topicsOfLine(
  stopIds: readonly string[],
  { prerequisitesOf, ancestorsOf }: { prerequisitesOf: (id: string) => readonly string[]; ancestorsOf: AncestorsOf },
): readonly string[] {
  const atOnce = stopIds.flatMap((id) => {
    const needed = prerequisitesOf(id);
    return needed.filter((each) => !needed.some((other) => ancestorsOf(other).has(each)));
  });
  return [...new Set([...stopIds, ...atOnce])];
}
