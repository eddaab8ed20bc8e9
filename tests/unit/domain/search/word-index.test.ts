import { describe, expect, it } from 'vitest';
import { findByWords, packWordIndex, type WordFile, wordFileCount, wordFileOf } from '#domain/search/word-index.ts';

const texts = [
  'Queries wait for a lock that another transaction holds.',
  '',
  'A lock, a lock and once more a lock: the page about locks.',
  'The constructor of a class takes what the class needs.',
];
const files = packWordIndex(texts);
const find = (...terms: string[]) => findByWords(terms, (term) => files[wordFileOf(term)] ?? {}, texts.length);

describe('packWordIndex', () => {
  it('spreads terms over all files and keeps each in one', () => {
    expect(files).toHaveLength(wordFileCount);
    expect(files.filter((file) => Object.hasOwn(file, 'lock'))).toHaveLength(1);
  });

  it('makes the same files from the same texts', () => {
    expect(JSON.stringify(packWordIndex(texts))).toBe(JSON.stringify(files));
  });

  it('keeps the most telling terms of a long text and how many texts have each', () => {
    const long = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ');
    const packed = Object.assign({}, ...packWordIndex([`${long} lock lock lock`, 'lock', '', '', ''])) as WordFile;
    expect(Object.keys(packed).filter((term) => term.startsWith('word'))).toHaveLength(149);
    expect(packed['lock']?.[0]).toBe(2);
  });
});

describe('findByWords', () => {
  it('puts the text first that the words tell most of', () => {
    expect(find('lock').map(({ at }) => at)).toEqual([2, 0]);
    expect(find('lock', 'transact').map(({ at }) => at)).toEqual([0, 2]);
  });

  it('gives the share of what the words can tell, unknown words included', () => {
    const [alone] = find('transact');
    const [half] = find('transact', 'zebra');
    expect(alone?.share).toBeGreaterThan(0.4);
    expect(half?.share).toBeLessThan((alone?.share ?? 0) / 2);
  });

  it('finds nothing for unknown words and none, and is not misled by names of objects', () => {
    expect(find('zebra')).toEqual([]);
    expect(find()).toEqual([]);
    expect(find('constructor').map(({ at }) => at)).toEqual([3]);
    expect(find('hasownproperty')).toEqual([]);
  });
});
