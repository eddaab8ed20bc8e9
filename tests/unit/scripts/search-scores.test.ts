import { expect, it } from 'vitest';
import { type JudgedQuery, placeOf, scoreSearch } from '#scripts/bench/search-scores.ts';

const judged = (...answers: string[]): JudgedQuery => ({ query: 'q', class: 'exact', answers, half: 'held' });

it('counts places from one, and only the first ten', () => {
  expect(placeOf(judged('/b/'), ['/a/', '/b/'])).toBe(2);
  expect(placeOf(judged('/b/', '/a/'), ['/a/', '/b/'])).toBe(1);
  expect(placeOf(judged('/c/'), ['/a/', '/b/'])).toBe(0);
  expect(
    placeOf(
      judged('/z/'),
      [...'abcdefghijz'].map((letter) => `/${letter}/`),
    ),
  ).toBe(0);
});

it('takes nothing as the right answer to a query that the site does not answer', () => {
  expect(placeOf(judged(), [])).toBe(1);
  expect(placeOf(judged(), ['/a/'])).toBe(0);
});

it('scores a set of queries', () => {
  const queries = [judged('/a/'), judged('/a/'), judged('/a/'), judged()];
  const found = [['/a/'], ['/b/', '/a/'], [], []];
  expect(scoreSearch(queries, found)).toEqual({
    count: 4,
    reciprocalRank: (1 + 1 / 2 + 0 + 1) / 4,
    first: 2 / 4,
    firstFive: 3 / 4,
    nothing: 1 / 4,
  });
});
