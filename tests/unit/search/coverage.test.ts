import { describe, expect, it } from 'vitest';
import { coverSlots, fullCoverage, leastCoverage } from '#features/search/coverage.ts';
import type { Query, Slot } from '#features/search/rewrite.ts';
import { Vocabulary } from '#features/search/vocabulary.ts';

const slot = (typed: string, given: Partial<Slot> = {}): Slot => ({
  typed,
  same: [[typed]],
  similar: [],
  isUnfinished: false,
  ...given,
});
const query = (slots: readonly Slot[], given: Partial<Query> = {}): Query => ({
  text: '',
  keys: [],
  slots,
  isForeign: false,
  isQuestion: false,
  corrections: [],
  ...given,
});
const found = (information: number, documents: readonly number[]) => ({
  documents: new Map(documents.map((at) => [at, 0.5])),
  terms: new Set<string>(),
  own: new Set<string>(),
  information,
});

describe('coverSlots', () => {
  it('weighs each word by what it tells', () => {
    const covers = coverSlots(query([slot('a'), slot('b')]), [found(3, [1, 2]), found(1, [2])]);
    expect(covers.get(1)).toEqual({ score: 0.375, coverage: 0.75, trust: 0.75, count: 1 });
    expect(covers.get(2)?.coverage).toBe(1);
    expect(covers.has(3)).toBe(false);
  });

  it('makes everything of all parts', () => {
    const slots = ['a', 'b', 'c'].map((word) => slot(word));
    const covers = coverSlots(
      query(slots),
      slots.map(() => found(0.1, [1])),
    );
    expect(covers.get(1)?.coverage).toBeGreaterThan(fullCoverage);
  });

  it('trusts a corrected word less', () => {
    const corrections = [{ typed: 'a', used: 'b' }];
    expect(coverSlots(query([slot('a')], { corrections }), [found(2, [1])]).get(1)?.trust).toBe(0.8);
  });
});

describe('leastCoverage', () => {
  const site = new Vocabulary();
  site.add(['redis', 'jwt'], 8);
  site.add(['react'], 1);

  it('asks for more than half of words that name nothing here', () => {
    expect(leastCoverage(query([slot('react'), slot('redis')]), site)).toBeGreaterThan(0.5);
  });

  it('asks for less of names, and of questions', () => {
    expect(leastCoverage(query([slot('jwt'), slot('redis')]), site)).toBeLessThan(0.5);
    expect(leastCoverage(query([slot('react')], { isQuestion: true }), site)).toBeLessThan(0.5);
  });
});
