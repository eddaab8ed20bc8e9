import { expect, it } from 'vitest';
import { type GradedQuery, rankOf, readGradedQueries, scoreSearch } from '#scripts/bench/search-scores.ts';

const graded = (right: readonly string[], useful: readonly string[] = []): GradedQuery => ({
  half: 'held',
  kind: 'keyword',
  query: 'q',
  right,
  useful,
});

it.each([
  ['the second', ['/b/'], ['/a/', '/b/'], 2],
  ['the first of two right ones', ['/b/', '/a/'], ['/a/', '/b/'], 1],
  ['none', ['/c/'], ['/a/', '/b/'], 0],
  ['none behind the tenth', ['/z/'], [...'abcdefghijz'].map((letter) => `/${letter}/`), 0],
  ['nothing, where the site does not answer', [], [], 1],
  ['something, where the site does not answer', [], ['/a/'], 0],
])('ranks %s', (_, right, found, rank) => {
  expect(rankOf(graded(right), found)).toBe(rank);
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
