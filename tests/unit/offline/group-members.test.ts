import { describe, expect, it } from 'vitest';
import { groupMembers } from '#features/offline/group-members.ts';

const member = (near: string, apart?: string) => ({ near, apart });
const pages = Array.from({ length: 4000 }, (_, index) => member(`topics/topic-${index}/index.html`));
const names = (groups: readonly (readonly { near: string }[])[]) =>
  groups.map((group) => group.map(({ near }) => near).join(' '));

describe('dividing files into packs', () => {
  it('loses and repeats none, whatever order they come in', () => {
    const groups = groupMembers(pages);
    expect(
      groups
        .flat()
        .map(({ near }) => near)
        .toSorted(),
    ).toEqual(pages.map(({ near }) => near).toSorted());
    expect(names(groupMembers(pages.toReversed()))).toEqual(names(groups));
  });

  it('makes packs of a middling size', () => {
    const sizes = groupMembers(pages).map(({ length }) => length);
    expect(sizes.length).toBeGreaterThan(15);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(128);
    expect(Math.max(...sizes)).toBeLessThan(400);
  });

  it('leaves all packs but a few as they were when a page is added or removed', () => {
    const before = new Set(names(groupMembers(pages)));
    const added = [...pages, member('topics/topic-20000/index.html')];
    const removed = pages.filter((_, at) => at % 100 === 0).map((page) => pages.filter((other) => other !== page));
    const fresh = [added, ...removed].map(
      (changed) => names(groupMembers(changed)).filter((group) => !before.has(group)).length,
    );
    expect(fresh).toHaveLength(41);
    expect(fresh.filter((count) => count <= 2).length).toBeGreaterThanOrEqual(36);
  });

  it('keeps what is near to a page beside it', () => {
    const fragments = pages.map(({ near }) => ({ ...member(near), isFragment: true }));
    for (const group of groupMembers([...pages, ...fragments])) {
      const counts = Map.groupBy(group, ({ near }) => near);
      expect([...counts.values()].every(({ length }) => length === 2)).toBe(true);
    }
  });

  it('gives a pack of its own to what asks for one', () => {
    expect(groupMembers([member('a.png', 'a.png'), member('b.woff2', 'b.woff2')])).toHaveLength(2);
  });

  it('gives one pack to files that want to be apart together, wherever they lie', () => {
    const files = [member('a', 'lists'), member('topics/jwt/index.html'), member('z', 'lists')];
    expect(names(groupMembers(files))).toEqual(['a z', 'topics/jwt/index.html']);
  });

  it('makes no pack of nothing', () => {
    expect(groupMembers([])).toEqual([]);
  });
});
