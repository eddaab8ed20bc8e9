import { describe, expect, it } from 'vitest';
import {
  kindTermsOf,
  lookUp,
  packWordIndex,
  termsOfSearch,
  wordFileCount,
  wordFileOf,
  wordTermsOf,
} from '#domain/search/word-index.ts';

const documents = ['/a/', '/b/', '/c/', '/d/'].map((address) => ({ address }));
const searches = [
  { text: 'half of the money is gone', addresses: ['/a/'] },
  { text: 'booked the same ticket twice', addresses: ['/a/'] },
  { text: 'ticket sold twice', addresses: ['/c/'] },
  { text: 'sell a ticket two times', addresses: ['/c/', '/elsewhere/'] },
  { text: 'sold tickets twice', addresses: ['/d/'] },
  { text: 'constructor with many parameters', addresses: ['/d/'] },
  { text: 'nobody knows', addresses: ['/elsewhere/'] },
];
const files = packWordIndex(searches, documents);
const known = lookUp(new Map(files.entries()));

describe('packWordIndex', () => {
  it('spreads terms over all files and keeps each in one', () => {
    expect(files).toHaveLength(wordFileCount);
    expect(files.flatMap((file, at) => (Object.hasOwn(file, 'money') ? [at] : []))).toEqual([wordFileOf('money')]);
  });

  it('makes the same files from the same searches', () => {
    expect(JSON.stringify(packWordIndex(searches, documents))).toBe(JSON.stringify(files));
  });

  it('leaves out words that say nothing and searches for pages that are not there', () => {
    expect(known.countsOf('the').size).toBe(0);
    expect(files.some((file) => Object.hasOwn(file, 'nobody'))).toBe(false);
  });

  it('keeps a search under the term that the fewest pages are searched for by', () => {
    expect(known.knownBy('gone')).toEqual([{ terms: new Set(['gone', 'half', 'money']), places: [0] }]);
    expect(known.knownBy('half')).toEqual([]);
  });

  it('keeps only the words of a long search', () => {
    const long = { text: 'alpha beta gamma delta epsilon zeta', addresses: ['/a/'] };
    const { countsOf, knownBy } = lookUp(new Map(packWordIndex([long], documents).entries()));
    expect([...countsOf('zeta')]).toEqual([[0, 1]]);
    expect(['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'].flatMap(knownBy)).toEqual([]);
  });

  it('takes searches of the same terms as one', () => {
    expect(known.knownBy('sold')).toEqual([{ terms: new Set(['sold', 'ticket', 'twic']), places: [2, 3] }]);
  });
});

describe('lookUp', () => {
  it('counts the searches for each page that have a term: 1, 2, 4, or 8 for all beyond', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({
      text: `cache word${at}`,
      addresses: documents.slice(0, at < 2 ? 4 : at < 3 ? 3 : at < 7 ? 2 : 1).map(({ address }) => address),
    }));
    const counts = lookUp(new Map(packWordIndex(many, documents).entries())).countsOf('cach');
    expect([...counts].toSorted(([a], [b]) => a - b)).toEqual([
      [0, 8],
      [1, 4],
      [2, 2],
      [3, 2],
    ]);
  });

  it('knows nothing of other words and of files that were not loaded, and is not misled by names of objects', () => {
    expect(known.countsOf('zebra').size).toBe(0);
    expect(known.knownBy('zebra')).toEqual([]);
    expect(lookUp(new Map()).countsOf('money').size).toBe(0);
    expect([...known.countsOf('constructor')]).toEqual([[3, 1]]);
    expect(known.countsOf('hasownproperty').size).toBe(0);
  });
});

describe('terms', () => {
  it('is the same for a name and what is short for it', () => {
    expect(termsOfSearch('pg on k8s')).toEqual(termsOfSearch('postgresql kubernetes'));
    expect(termsOfSearch('login')).not.toEqual(termsOfSearch('authentication'));
  });

  it('has the kinds of pages that a search asks for', () => {
    expect(termsOfSearch('java interview questions')).toEqual(['java', '?question', '?page']);
    expect(kindTermsOf('java')).toEqual([]);
  });

  it('are the stems of the words of a query as typed and as corrected', () => {
    const slot = { similar: [['k8s']], isUnfinished: false };
    const slots = [
      { ...slot, typed: 'tikets', same: [['tickets']] },
      { ...slot, typed: 'rate limit', same: [['ratelimit'], ['rate', 'limit']] },
    ];
    expect(wordTermsOf({ slots })).toEqual(['tiket', 'ticket', 'rate', 'limit', 'ratelimit']);
  });
});
