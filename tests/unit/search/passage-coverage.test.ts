import { describe, expect, it } from 'vitest';
import { splitExcerpt } from '#features/search/excerpt.ts';
import { passageCoverage, passageSpread } from '#features/search/passage-coverage.ts';

const pieces = splitExcerpt('the <mark>cached</mark> price of a <mark>Node.js</mark> server');

describe('passageCoverage', () => {
  it('counts the words that stand in the passage, in any form', () => {
    expect(passageCoverage(pieces, ['caching', 'nodejs'])).toBe(1);
    expect(passageCoverage(pieces, ['cache', 'redis'])).toBe(0.5);
  });

  it('counts marked words only: the beginning that Pagefind makes up is no word', () => {
    expect(passageCoverage(pieces, ['server'])).toBe(0);
  });
});

describe('passageSpread', () => {
  it('counts the words between, where the found ones are nearest', () => {
    expect(passageSpread(pieces, ['cached', 'nodejs'])).toBe(3);
    const twice = splitExcerpt('<mark>table</mark> of all that is in <mark>table</mark> <mark>bloat</mark>');
    expect(passageSpread(twice, ['table', 'bloat'])).toBe(0);
  });

  it('is 0 for one word, however often it stands there, and for words of which only one is found', () => {
    const one = splitExcerpt('a <mark>lock</mark> or no <mark>lock</mark>');
    expect(passageSpread(one, ['lock'])).toBe(0);
    expect(passageSpread(one, ['lock', 'table'])).toBe(0);
  });
});
