import { describe, expect, it } from 'vitest';
import { sitePages } from '#content/site-pages.ts';
import { packDocuments, type SearchDocument, unpackDocuments } from '#features/search/document.ts';
import { facetValues, noFilters, passes } from '#features/search/filters.ts';
import { groupResults } from '#features/search/group.ts';
import { mergeTiers, type Passage } from '#features/search/merge.ts';
import { suggestDocuments } from '#features/search/suggest.ts';
import { searchDocument } from './search-document.ts';

const topic = (id: string, given: Partial<SearchDocument> = {}) =>
  searchDocument(id, { level: 'beginner', area: 'web', ...given });
const passage = (id: string, coverage = 1, spread = 0): Passage => ({
  address: `/topics/${id}/`,
  title: id,
  pieces: [],
  coverage,
  spread,
  section: undefined,
});
const hit = (id: string) => ({ document: topic(id), score: 1, exactness: 0, terms: new Set<string>() });
const query = { text: '', keys: [], slots: [], isForeign: false, isQuestion: false, corrections: [] };
const ids = (results: readonly { readonly document: SearchDocument }[]) =>
  results.map(({ document }) => document.title);

const sitePage = { ...(sitePages[0] as SearchDocument), asks: [] };

describe('packDocuments', () => {
  it('keeps of a question the words that carry its matter and are no names of the page', () => {
    const asks = ['why is my query slow', 'how slow is my query', 'what is an index'];
    const packed = packDocuments([topic('a', { aliases: ['Index'], asks })], { edition: 'e', areas: [], plain: '' });
    expect(packed.asks).toEqual(['query slow\nslow query']);
  });

  it('gives back what it was given', () => {
    const documents = [
      topic('a', { aliases: ['x', 'y | z'], asks: ['query slow', 'index missing'] }),
      topic('Event loop', { address: '/topics/event-loop/' }),
      { ...sitePage, title: 'Go, beginner', address: '/learn/backend/go/beginner/', aliases: [] },
      topic('b', { kind: 'Comparison', address: '/compare/b/' }),
      sitePage,
    ];
    expect(
      unpackDocuments(JSON.parse(JSON.stringify(packDocuments(documents, { edition: 'e', areas: [], plain: '' })))),
    ).toEqual(documents);
  });
});

describe('mergeTiers', () => {
  it('lists each page once and full text behind complete hits', () => {
    const merged = mergeTiers(
      { query, hits: [hit('a'), hit('b')], isRelaxed: false, near: [] },
      [passage('c'), passage('b')],
      new Map(),
    );
    expect(ids(merged)).toEqual(['a', 'b', 'c']);
    expect(merged[1]?.passage?.title).toBe('b');
  });

  it('leaves out pages that have the words far apart', () => {
    const merged = mergeTiers(
      { query, hits: [], isRelaxed: true, near: [] },
      [passage('a', 0.5), passage('b')],
      new Map(),
    );
    expect(ids(merged)).toEqual(['b']);
  });

  it('takes words that only happen to meet for no answer, when no page is about them', () => {
    const behind = [passage('a', 1, 9), passage('b', 1, 2)];
    const nothing = { hits: [], isRelaxed: true, near: [] };
    expect(ids(mergeTiers({ query, ...nothing }, behind, new Map()))).toEqual(['b']);
    expect(ids(mergeTiers({ query: { ...query, isQuestion: true }, ...nothing }, behind, new Map()))).toEqual([
      'a',
      'b',
    ]);
    expect(ids(mergeTiers({ query, ...nothing, hits: [hit('c')] }, behind, new Map()))).toEqual(['c', 'a', 'b']);
  });

  it('takes them for an answer on a page whose names have some of them', () => {
    const near = [topic('a')];
    const behind = [passage('a', 1, 9), passage('b', 1, 9)];
    expect(ids(mergeTiers({ query, hits: [], isRelaxed: true, near }, behind, new Map()))).toEqual(['a']);
  });

  it('lets both ranks count when the hits are only partial', () => {
    const merged = mergeTiers(
      { query, hits: [hit('a'), hit('b'), hit('c')], isRelaxed: true, near: [] },
      [passage('c'), passage('d')],
      new Map(),
    );
    expect(ids(merged)).toEqual(['a', 'c', 'b', 'd']);
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

  it('offers pages with some of the words after those that look alike', () => {
    const near = [topic('Redis'), topic('Webhooks')];
    expect(suggestDocuments('webhoox', near, near).map(({ title }) => title)).toEqual(['Webhooks', 'Redis']);
  });

  it('offers nothing for nothing', () => {
    expect(suggestDocuments('🙂', [topic('Webhooks')])).toEqual([]);
  });
});
