/** What decides into which pack a file goes. */
export interface Member {
  /** The file beside which it belongs, often itself: what the search knows of a page lies beside that page. */
  readonly near: string;
  /** Whether it gets a pack of its own: it is compressed already, or it changes with every page that does. */
  readonly isAlone: boolean;
}

/** On average a pack ends after so many files. */
const filesInPack = 128;

/**
 * Divides files into packs. Where a pack ends is decided by the name of its last file alone, so that a file that is
 * added or removed changes one pack and leaves the others as they are.
 */
export function groupMembers<T extends Member>(members: readonly T[]): T[][] {
  const groups: T[][] = members.filter(({ isAlone }) => isAlone).map((member) => [member]);
  const loose = members.filter(({ isAlone }) => !isAlone).toSorted((a, b) => compare(a.near, b.near));
  const neighbors = [...Map.groupBy(loose, ({ near }) => near)];
  let open: T[] = [];
  for (const [near, files] of neighbors) {
    open.push(...files);
    if (hash(near) % filesInPack !== 0) continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups, open] : groups;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
