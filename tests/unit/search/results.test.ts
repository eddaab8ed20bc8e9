import { describe, expect, it } from 'vitest';
import { sitePages } from '#content/site-pages.ts';
import { packDocuments, type SearchDocument, unpackDocuments } from '#features/search/document.ts';
import { facetValues, noFilters, passes } from '#features/search/filters.ts';
import type { Passage } from '#features/search/passages.ts';
import { groupResults, withPassages } from '#features/search/results.ts';
import { searchDocument } from './search-document.ts';

const topic = (id: string, given: Partial<SearchDocument> = {}) =>
  searchDocument(id, { level: 'beginner', area: 'web', ...given });
const passage = (id: string, isWhole = true): Passage => ({
  address: `/topics/${id}/`,
  title: id,
  pieces: [],
  isWhole,
  section: undefined,
});
const ids = (results: readonly { readonly document: SearchDocument }[]) =>
  results.map(({ document }) => document.title);

it('packDocuments gives back what it was given', () => {
  const documents = [topic('a', { aliases: ['x', 'y | z'], kind: 'Comparison' }), ...sitePages];
  expect(unpackDocuments(JSON.parse(JSON.stringify(packDocuments(documents))))).toEqual(documents);
});

describe('withPassages', () => {
  it('lists each page once, and behind them the pages that only full text knows', () => {
    const results = withPassages({ documents: [topic('a'), topic('b')] }, [passage('c'), passage('b')], new Map());
    expect(ids(results)).toEqual(['a', 'b', 'c']);
    expect(results[1]?.passage?.title).toBe('b');
  });

  it('puts pages first that have a longer query word for word', () => {
    const text = 'TypeError: Cannot read properties of undefined (reading name)';
    const exact = { ...passage('b'), pieces: [{ text, isHit: true }] };
    const documents = [topic('a'), topic('b')];
    const phrase = 'cannot read properties of undefined';
    expect(ids(withPassages({ documents, phrase }, [exact], new Map()))).toEqual(['b', 'a']);
    expect(ids(withPassages({ documents, phrase: 'read properties' }, [exact], new Map()))).toEqual(['a', 'b']);
  });

  it('puts the page that full text finds best fifth, if none of the first five has all the words', () => {
    const documents = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => topic(id));
    const found = (...passages: readonly Passage[]) => ids(withPassages({ documents }, passages, new Map())).join('');
    expect(found(passage('g'), passage('f'))).toBe('abcdgef');
    expect(found(passage('f'))).toBe('abcdfe');
    expect(found(passage('c'), passage('g'))).toBe('abcdefg');
    expect(found(passage('f', false))).toBe('abcdef');
  });

  it('leaves out pages that have the words far apart', () => {
    expect(ids(withPassages({ documents: [] }, [passage('a', false), passage('b')], new Map()))).toEqual(['b']);
  });

  it('takes what the title index knows of a page', () => {
    const known = topic('a', { title: 'Known', address: '/topics/a/' });
    expect(ids(withPassages({ documents: [] }, [passage('a')], new Map([['/topics/a/', known]])))).toEqual(['Known']);
  });
});

describe('groupResults', () => {
  const resultsOf = (...kinds: readonly SearchDocument['kind'][]) =>
    kinds.map((kind, at) => ({ document: topic(`${at}`, { kind }), passage: undefined }));

  it('leaves a short list as it is', () => {
    expect(groupResults(resultsOf('Topic', 'Role')).every(({ heading }) => heading === undefined)).toBe(true);
  });

  it('keeps the best in front and groups the others by kind', () => {
    const grouped = groupResults(
      resultsOf('Role', 'Topic', 'Topic', 'Role', 'Topic', 'Role', 'Topic', 'Role', 'Topic'),
    );
    expect(ids(grouped)).toEqual(['0', '1', '2', '3', '4', '6', '8', '5', '7']);
    expect(grouped.flatMap(({ heading }) => heading ?? [])).toEqual(['Best matches', 'Topics', 'Roles']);
  });
});

describe('filters', () => {
  const documents = [topic('a'), topic('b', { level: 'expert' }), topic('c', { kind: 'Role', level: '', area: '' })];

  it('pass what fits all of them', () => {
    const fitting = documents.filter((document) => passes(document, { ...noFilters, kind: 'Topic', level: 'expert' }));
    expect(fitting.map(({ title }) => title)).toEqual(['b']);
  });

  it('count what each value would leave', () => {
    expect(facetValues(documents, { ...noFilters, level: 'expert' }, 'kind')).toEqual([{ value: 'Topic', count: 1 }]);
    expect(facetValues(documents, noFilters, 'level')).toEqual([
      { value: 'beginner', count: 1 },
      { value: 'expert', count: 1 },
    ]);
  });

  it('keep a value from the address that nothing has, so that it can be removed', () => {
    const values = facetValues(documents, { ...noFilters, area: '__proto__' }, 'area');
    expect(values).toContainEqual({ value: '__proto__', count: 0 });
  });
});
