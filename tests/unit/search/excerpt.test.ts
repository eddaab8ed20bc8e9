import { describe, expect, it } from 'vitest';
import { splitExcerpt } from '#features/search/excerpt.ts';
import { markTerms } from '#features/search/highlight.ts';

describe('splitExcerpt', () => {
  it('splits at marks and decodes entities', () => {
    expect(splitExcerpt('if a &lt; b, <mark>index</mark> &amp; go&#39;s &#x1F642;')).toEqual([
      { text: 'if a < b, ', isHit: false },
      { text: 'index', isHit: true },
      { text: " & go's 🙂", isHit: false },
    ]);
  });

  it('leaves unknown entities and impossible numbers as they stand', () => {
    expect(splitExcerpt('&nope; &#9999999;')).toEqual([{ text: '&nope; &#9999999;', isHit: false }]);
  });

  it('decodes once, so that quoted markup stays text', () => {
    expect(splitExcerpt('&amp;lt;b&amp;gt;')).toEqual([{ text: '&lt;b&gt;', isHit: false }]);
  });
});

describe('markTerms', () => {
  it('marks words by their terms and keeps the text', () => {
    const pieces = markTerms('Use Node.js, not indexes.', new Set(['nodejs', 'index']));
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Node.js', 'indexes']);
    expect(pieces.map(({ text }) => text).join('')).toBe('Use Node.js, not indexes.');
  });
});
