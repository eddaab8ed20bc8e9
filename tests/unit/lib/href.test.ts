import { describe, expect, it } from 'vitest';
import { withBase } from '#lib/href.ts';

describe('withBase', () => {
  it.each([
    ['/', '/topics/indexing/'],
    ['/x', '/x/topics/indexing/'],
    ['/x/', '/x/topics/indexing/'],
    ['/x/y/', '/x/y/topics/indexing/'],
  ])('writes an address of a site below %j', (base, address) => {
    expect(withBase('/topics/indexing/', base)).toBe(address);
  });

  it.each([
    ['/', '/'],
    ['/x', '/x/'],
    ['/x/', '/x/'],
  ])('writes the home page of a site below %j', (base, address) => {
    expect(withBase('/', base)).toBe(address);
  });
});
