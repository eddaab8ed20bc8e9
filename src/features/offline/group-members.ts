import { hashOf } from '#lib/hash.ts';

/** What decides into which pack a file goes. */
export interface Member {
  /** The file beside which it belongs, often itself: what the search knows of a page lies beside that page. */
  readonly near: string;
  /** Files that have this in common get a pack to themselves: compressed already, or changed with every page that is. */
  readonly apart?: string | undefined;
}

/** A pack has at least so many files, so that its pages have something to repeat. */
const fewestInPack = 128;
/** From then on every page ends it with a chance of one to so many, so that few packs become much larger. */
const chanceToEnd = 32;

/**
 * Divides files into packs. Where a pack ends is decided by how many files it has and by the name of its last one, so
 * that a file that is added or removed mostly changes one pack and leaves the others as they are.
 */
export function groupMembers<T extends Member>(members: readonly T[]): T[][] {
  const groups = [...Map.groupBy(members, ({ apart }) => apart)].flatMap(([apart, files]) => (apart ? [files] : []));
  const loose = members.filter(({ apart }) => !apart).toSorted((a, b) => compare(a.near, b.near));
  const neighbors = [...Map.groupBy(loose, ({ near }) => near)];
  let open: T[] = [];
  for (const [near, files] of neighbors) {
    open.push(...files);
    if (open.length < fewestInPack || hashOf(near) % chanceToEnd !== 0) continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups, open] : groups;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
