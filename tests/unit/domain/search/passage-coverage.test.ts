import { describe, expect, it } from 'vitest';
import { splitExcerpt } from '#domain/search/excerpt.ts';
import { passageCoverage } from '#domain/search/passage-coverage.ts';

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
