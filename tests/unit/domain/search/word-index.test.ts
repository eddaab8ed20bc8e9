import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '#domain/search/document.ts';
import { lookUp, packWordIndex, wordFileCount, wordFileOf, wordTermsOf } from '#domain/search/word-index.ts';

const page = (title: string, asks: readonly string[] = []): SearchDocument => ({
  kind: 'Topic',
  title,
  aliases: [],
  asks,
  summary: '',
  level: '',
  area: '',
  address: `/topics/${title}/`,
});
const documents = [page('Transactions'), page('Tea'), page('Locks', ['two users buy one ticket']), page('Classes')];
const searches = [
  ['half of the money is gone', 'booked the same ticket twice', 'transactions of money'],
  [],
  ['ticket sold twice', 'locked tickets'],
  ['constructor with many parameters'],
];
const files = packWordIndex(documents, searches);
const searchedBy = lookUp(new Map(files.entries()));

describe('packWordIndex', () => {
  it('spreads terms over all files and keeps each in one', () => {
    expect(files).toHaveLength(wordFileCount);
    expect(files.flatMap((file, at) => (Object.hasOwn(file, 'money') ? [at] : []))).toEqual([wordFileOf('money')]);
  });

  it('makes the same files from the same searches', () => {
    expect(JSON.stringify(packWordIndex(documents, searches))).toBe(JSON.stringify(files));
  });

  it('leaves out what a page has by itself, and words that say nothing', () => {
    expect(searchedBy('ticket')).toEqual([0]);
    expect(searchedBy('transaction')).toEqual([]);
    expect(searchedBy('the')).toEqual([]);
  });
});

describe('lookUp', () => {
  it('gives the pages that are searched for by a word, once each', () => {
    expect(searchedBy('money')).toEqual([0]);
    expect(searchedBy('twic')).toEqual([0, 2]);
  });

  it('knows nothing of other words and of files that were not loaded, and is not misled by names of objects', () => {
    expect(searchedBy('zebra')).toEqual([]);
    expect(lookUp(new Map())('money')).toEqual([]);
    expect(searchedBy('constructor')).toEqual([3]);
    expect(searchedBy('hasownproperty')).toEqual([]);
  });
});

describe('wordTermsOf', () => {
  it('gives the stems of the words as typed and as corrected', () => {
    const slot = { similar: [['k8s']], isUnfinished: false };
    const slots = [
      { ...slot, typed: 'tikets', same: [['tickets']] },
      { ...slot, typed: 'rate limit', same: [['ratelimit'], ['rate', 'limit']] },
    ];
    expect(wordTermsOf({ slots })).toEqual(['tiket', 'ticket', 'rate', 'limit', 'ratelimit']);
  });
});
