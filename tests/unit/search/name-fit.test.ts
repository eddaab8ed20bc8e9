import { describe, expect, it } from 'vitest';
import { longestWholeName, nameFit, nameTerms } from '#features/search/name-fit.ts';

const document = {
  kind: 'Topic',
  title: 'Node.js fundamentals',
  aliases: ['server-side JavaScript'],
  asks: ['how do I start with node'],
  summary: '',
  level: '',
  area: '',
  address: '/topics/node/',
} as const;
const wanted = (...words: readonly string[]) => words.map((word) => ({ terms: new Set([word]), information: 1 }));
const one = () => 1;

describe('nameTerms', () => {
  it('has a set for each question, without the words of a question', () => {
    expect(nameTerms(document).asks.map((terms) => [...terms])).toEqual([['start', 'node']]);
  });
});

describe('nameFit', () => {
  const names = { names: [new Set(['rate', 'limit']), new Set(['cap', 'call'])], asks: [], own: new Set<string>() };

  it('is 1 when a name and a query say the same', () => {
    expect(nameFit(names, wanted('limit', 'rate'), one)).toBe(1);
  });

  it('is less when either says more', () => {
    expect(nameFit(names, wanted('rate', 'limit', 'redis'), one)).toBeCloseTo(2 / 3);
    expect(nameFit(names, wanted('rate'), one)).toBeCloseTo(1 / 1.6);
  });

  it('does not add up what stands in different names', () => {
    expect(nameFit(names, wanted('rate', 'call'), one)).toBeLessThan(0.5);
  });

  it('counts a word of the names a little as one of a question', () => {
    const asked = { names: [], asks: [new Set(['slow'])], own: new Set(['query']) };
    expect(nameFit(asked, wanted('query', 'slow'), one)).toBeCloseTo(0.65);
    expect(nameFit(asked, wanted('query'), one)).toBe(0);
  });

  it('is 0 without a name or a query', () => {
    expect(nameFit({ ...names, names: [] }, wanted('rate'), one)).toBe(0);
    expect(nameFit(names, [], one)).toBe(0);
  });
});

describe('longestWholeName', () => {
  const names = { names: [new Set(['test']), new Set(['load', 'test'])], asks: [], own: new Set<string>() };

  it('counts the words of the longest name that the query has in it', () => {
    expect(longestWholeName(names, new Set(['load', 'test', 'api']))).toBe(2);
    expect(longestWholeName(names, new Set(['test', 'api']))).toBe(1);
  });

  it('is 0 when a word of each is missing, and without names', () => {
    expect(longestWholeName(names, new Set(['load', 'balancer']))).toBe(0);
    expect(longestWholeName({ ...names, names: [] }, new Set(['load']))).toBe(0);
  });
});
