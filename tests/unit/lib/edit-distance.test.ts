import { describe, expect, it } from 'vitest';
import { editDistance } from '#lib/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['cache', 'cache', 0],
    ['cache', 'caches', 1],
    ['cache', 'ache', 1],
    ['cache', 'cashe', 1],
    ['cache', 'cahce', 1],
    ['', 'cache', 5],
    ['http', 'sql', 4],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  it('stops counting above the limit', () => {
    expect(editDistance('abcdefgh', 'zyxwvuts', 2)).toBe(3);
  });
});
