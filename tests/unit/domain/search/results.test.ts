import { describe, expect, it } from 'vitest';
import { packDocuments, type SearchDocument, unpackDocuments } from '#domain/search/document.ts';
import { facetValues, noFilters, passes } from '#domain/search/filters.ts';
import { groupResults } from '#domain/search/group.ts';
import { mergeTiers, type Passage } from '#domain/search/merge.ts';
import { sitePages } from '#domain/search/site-pages.ts';
import { suggestDocuments } from '#domain/search/suggest.ts';

const topic = (id: string, given: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'Topic',
  title: id,
  aliases: [],
  summary: '',
  headings: [],
  level: 'beginner',
  area: 'web',
  address: `/topics/${id}/`,
  ...given,
});
const passage = (id: string): Passage => ({ address: `/topics/${id}/`, title: id, pieces: [], section: undefined });
const hit = (id: string) => ({ document: topic(id), score: 1, exactness: 0, terms: new Set<string>() });
const query = { text: '', keys: [], slots: [], corrections: [] };
const ids = (results: readonly { readonly document: SearchDocument }[]) =>
  results.map(({ document }) => document.title);

describe('packDocuments', () => {
  it('gives back what it was given', () => {
    const documents = [
      topic('a', { aliases: ['x', 'y | z'], headings: ['One', 'Two'] }),
      topic('b', { kind: 'Comparison', address: '/compare/b/' }),
      ...sitePages,
    ];
    expect(unpackDocuments(JSON.parse(JSON.stringify(packDocuments(documents, []))))).toEqual(documents);
  });
});

describe('mergeTiers', () => {
  it('lists each page once and full text behind complete hits', () => {
    const merged = mergeTiers(
      { query, hits: [hit('a'), hit('b')], isRelaxed: false },
      [passage('c'), passage('b')],
      new Map(),
    );
    expect(ids(merged)).toEqual(['a', 'b', 'c']);
    expect(merged[1]?.passage?.title).toBe('b');
  });

  it('lets both ranks count when the hits are only partial', () => {
    const merged = mergeTiers(
      { query, hits: [hit('a'), hit('b')], isRelaxed: true },
      [passage('b'), passage('c')],
      new Map(),
    );
    expect(ids(merged)).toEqual(['b', 'a', 'c']);
  });
});

describe('groupResults', () => {
  it('leaves a short list as it is', () => {
    const results = [topic('a'), topic('b', { kind: 'Role' })].map((document) => ({
      document,
      terms: new Set<string>(),
      passage: undefined,
    }));
    expect(groupResults(results).every(({ heading }) => heading === undefined)).toBe(true);
  });

  it('keeps the best in front and groups the others by kind', () => {
    const kinds = ['Role', 'Topic', 'Topic', 'Role', 'Topic', 'Role', 'Topic', 'Role', 'Topic'] as const;
    const results = kinds.map((kind, at) => ({
      document: topic(`${at}`, { kind }),
      terms: new Set<string>(),
      passage: undefined,
    }));
    const grouped = groupResults(results);
    expect(ids(grouped)).toEqual(['0', '1', '2', '3', '4', '6', '8', '5', '7']);
    expect(grouped.flatMap(({ heading }) => heading ?? [])).toEqual(['Best matches', 'Topics', 'Roles']);
  });
});

describe('filters', () => {
  const documents = [topic('a'), topic('b', { level: 'expert' }), topic('c', { kind: 'Role', level: '', area: '' })];

  it('pass what fits all of them', () => {
    expect(
      ids(
        documents
          .filter((document) => passes(document, { ...noFilters, kind: 'Topic', level: 'expert' }))
          .map((document) => ({ document })),
      ),
    ).toEqual(['b']);
  });

  it('count what each value would leave', () => {
    expect(facetValues(documents, { ...noFilters, level: 'expert' }, 'kind')).toEqual([{ value: 'Topic', count: 1 }]);
    expect(facetValues(documents, noFilters, 'level')).toEqual([
      { value: 'beginner', count: 1 },
      { value: 'expert', count: 1 },
    ]);
  });

  it('keep a value from the address that nothing has, so that it can be removed', () => {
    expect(facetValues(documents, { ...noFilters, area: '__proto__' }, 'area')).toContainEqual({
      value: '__proto__',
      count: 0,
    });
  });
});

describe('suggestDocuments', () => {
  it('offers the titles and aliases that look most alike', () => {
    expect(suggestDocuments('webhoox', [topic('Webhooks'), topic('Redis')])[0]?.title).toBe('Webhooks');
  });

  it('offers nothing for nothing', () => {
    expect(suggestDocuments('🙂', [topic('Webhooks')])).toEqual([]);
  });
});
