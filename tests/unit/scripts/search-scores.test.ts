import { expect, it } from 'vitest';
import { type GradedQuery, rankOf, readGradedQueries, scoreSearch } from '#scripts/bench/search-scores.ts';

const graded = (right: readonly string[], useful: readonly string[] = []): GradedQuery => ({
  half: 'held',
  kind: 'keyword',
  query: 'q',
  right,
  useful,
});

it('counts ranks from one, and only the first ten', () => {
  expect(rankOf(graded(['/b/']), ['/a/', '/b/'])).toBe(2);
  expect(rankOf(graded(['/b/', '/a/']), ['/a/', '/b/'])).toBe(1);
  expect(rankOf(graded(['/c/']), ['/a/', '/b/'])).toBe(0);
  expect(
    rankOf(
      graded(['/z/']),
      [...'abcdefghijz'].map((letter) => `/${letter}/`),
    ),
  ).toBe(0);
});

it('takes nothing as the right answer to a query that the site does not answer', () => {
  expect(rankOf(graded([]), [])).toBe(1);
  expect(rankOf(graded([]), ['/a/'])).toBe(0);
});

it('scores a set of queries', () => {
  const queries = [graded(['/a/']), graded(['/a/'], ['/b/']), graded(['/a/']), graded([])];
  const found = [['/a/'], ['/b/', '/a/'], [], []];
  expect(scoreSearch(queries, found)).toEqual({
    count: 4,
    reciprocalRank: (1 + 1 / 2 + 0 + 1) / 4,
    first: 2 / 4,
    firstFive: 3 / 4,
    firstUseful: 3 / 4,
    nothing: 1 / 4,
  });
});

it('reads rows and refuses what is none', () => {
  const text = '# half\tkind\nheld\tsymbol\t->>\t/topics/json-in-postgresql/\t-\n';
  expect(readGradedQueries(text)).toEqual([
    { half: 'held', kind: 'symbol', query: '->>', right: ['/topics/json-in-postgresql/'], useful: [] },
  ]);
  expect(() => readGradedQueries('held\tsymbol\t->>')).toThrow('Not a graded query');
});
