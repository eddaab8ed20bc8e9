import { describe, expect, it } from 'vitest';
import { countWords, markTerms, splitExcerpt } from '#features/search/passages.ts';

it.each([
  [
    'splits at marks and decodes entities',
    'if a &lt; b, <mark>index</mark> &amp; go&#39;s &#x1F642;',
    [
      { text: 'if a < b, ', isHit: false },
      { text: 'index', isHit: true },
      { text: " & go's 🙂", isHit: false },
    ],
  ],
  [
    'leaves unknown entities and impossible numbers as they stand',
    '&nope; &#9999999;',
    [{ text: '&nope; &#9999999;', isHit: false }],
  ],
  ['decodes once, so that quoted markup stays text', '&amp;lt;b&amp;gt;', [{ text: '&lt;b&gt;', isHit: false }]],
])('splitExcerpt %s', (_, excerpt, pieces) => {
  expect(splitExcerpt(excerpt)).toEqual(pieces);
});

it('markTerms marks words by their terms and keeps the text', () => {
  const pieces = markTerms('Use Node.js, not indexes.', new Set(['nodejs', 'index']));
  expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Node.js', 'indexes']);
  expect(pieces.map(({ text }) => text).join('')).toBe('Use Node.js, not indexes.');
});

describe('countWords', () => {
  const pieces = splitExcerpt('the <mark>cached</mark> price of a <mark>Node.js</mark> server');

  it('counts the words that stand in the passage, in any form', () => {
    expect(countWords(pieces, ['caching', 'nodejs'])).toBe(2);
    expect(countWords(pieces, ['cache', 'redis'])).toBe(1);
  });

  it('counts marked words only: the beginning that Pagefind makes up is no word', () => {
    expect(countWords(pieces, ['server'])).toBe(0);
  });
});
