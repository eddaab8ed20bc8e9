import { describe, expect, it } from 'vitest';
import { addressOf } from '#content/url.ts';

describe('addressOf', () => {
  it('is the folder and the id between slashes', () => {
    expect(addressOf('topic', 'indexing')).toBe('/topics/indexing/');
  });

  it('keeps comparisons below /compare/', () => {
    expect(addressOf('comparison', 'languages')).toBe('/compare/languages/');
  });
});
