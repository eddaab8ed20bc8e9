import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '#features/search/document.ts';
import { type Evidence, noEvidence } from '#features/search/evidence.ts';
import { FieldIndex } from '#features/search/field-index.ts';
import { isForeignSubject } from '#features/search/foreign-subject.ts';
import { packWordIndex } from '#features/search/pack-word-index.ts';
import type { Query } from '#features/search/rewrite.ts';
import { lookUp } from '#features/search/word-index.ts';
import { searchDocument } from './search-document.ts';

const page = searchDocument('Pools');
const repeated = (count: number, text: string) => Array.from({ length: count }, (_, at) => `${text} n${at}`);
const searches = repeated(40, 'pool connection').map((text) => ({ text, addresses: [page.address] }));
const foreign = [...repeated(40, 'swimming holiday'), ...repeated(40, 'pool garden')];
const known = {
  index: new FieldIndex(),
  searches: lookUp(new Map(packWordIndex(searches, [page], foreign).entries())),
  documents: [page],
};
const queryOf = (...words: readonly string[]): Query => ({
  text: words.join(' '),
  keys: [],
  slots: words.map((word) => ({ typed: word, same: [[word]], similar: [], isUnfinished: false })),
  isForeign: false,
  isQuestion: false,
  corrections: [],
});
const found = (signs: Partial<Evidence>) => ({
  hits: [{ document: page, score: 1, exactness: 0, terms: new Set<string>() }],
  evidence: new Map<SearchDocument, Evidence>([[page, { ...noEvidence, ...signs }]]),
});

describe('isForeignSubject', () => {
  it('goes by whose searches have the words', () => {
    const signs = found({ likeness: 0.5, words: 8 });
    expect(isForeignSubject(queryOf('pool', 'connection'), known, signs)).toBe(false);
    expect(isForeignSubject(queryOf('swimming', 'holiday'), known, signs)).toBe(true);
    expect(isForeignSubject(queryOf('pool', 'garden'), known, signs)).toBe(true);
  });

  it('takes a query for one of the site when a search is like it, or its words tell of a page', () => {
    const query = queryOf('connection', 'unheard');
    expect(isForeignSubject(query, known, found({ likeness: 0.1, words: 4 }))).toBe(true);
    expect(isForeignSubject(query, known, found({ likeness: 0.9, words: 4 }))).toBe(false);
    expect(isForeignSubject(query, known, found({ likeness: 0.1, words: 14 }))).toBe(false);
  });

  it('counts names as searches', () => {
    const index = new FieldIndex();
    for (let at = 0; at < 200; at += 1) index.add(at, 'title', new Set(['unheard']));
    const signs = found({ likeness: 0.2, words: 4 });
    expect(isForeignSubject(queryOf('unheard'), known, signs)).toBe(true);
    expect(isForeignSubject(queryOf('unheard'), { ...known, index }, signs)).toBe(false);
  });

  it('trusts a corrected word less', () => {
    const query = queryOf('pool', 'connection');
    const signs = found({ likeness: 0.5, words: 8 });
    const corrections = ['a', 'b'].map((typed) => ({ typed, used: 'pool' }));
    expect(isForeignSubject(query, known, signs)).toBe(false);
    expect(isForeignSubject({ ...query, corrections }, known, signs)).toBe(true);
  });

  it('takes what nothing is known of for foreign', () => {
    expect(isForeignSubject(queryOf('qwertz'), known, { hits: [], evidence: new Map() })).toBe(true);
    expect(isForeignSubject(queryOf(), known, { hits: [], evidence: new Map() })).toBe(true);
  });
});
