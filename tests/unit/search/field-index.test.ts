import { describe, expect, it } from 'vitest';
import { FieldIndex } from '#features/search/field-index.ts';

const index = new FieldIndex();
index.add(1, 'title', new Set(['redis']));
index.add(2, 'summary', new Set(['redis']));
index.add(3, 'title', new Set(['redis', 'a', 'b', 'c', 'd', 'e', 'f']));

describe('FieldIndex', () => {
  it('counts a title for more than a summary, and a long title for less', () => {
    const found = index.find('redis');
    expect([...found.keys()].toSorted((a, b) => (found.get(b) ?? 0) - (found.get(a) ?? 0))).toEqual([1, 3, 2]);
  });

  it('stays below 1 whatever has the term', () => {
    for (const field of ['title', 'aliases', 'asks', 'summary'] as const) index.add(4, field, new Set(['redis']));
    expect(index.find('redis').get(4)).toBeLessThan(1);
  });

  it('knows how many documents have a term', () => {
    expect(index.countOf('a')).toBe(1);
    expect(index.countOf('__proto__')).toBe(0);
  });
});
